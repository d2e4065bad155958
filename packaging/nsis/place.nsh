; Where to install. A folder that holds something else keeps it: we go into one of our own, inside, and never twice.

; One folder has many names: a backslash at its end, slashes, « .. », a short name. What is compared and registered is one.
!macro PlaceFunctions un
Function ${un}Plain  ; $INSTDIR
  ${If} $INSTDIR == ""
    Return
  ${EndIf}
  System::Call 'kernel32::GetFullPathNameW(w "$INSTDIR", i ${NSIS_MAX_STRLEN}, w .R1, p 0) i.R2'
  ${If} $R2 > 0
    StrCpy $INSTDIR $R1
  ${EndIf}
  System::Call 'kernel32::GetLongPathNameW(w "$INSTDIR", w .R1, i ${NSIS_MAX_STRLEN}) i.R2'
  ${If} $R2 > 0
    StrCpy $INSTDIR $R1
  ${EndIf}
  ${Do}
    StrCpy $R1 $INSTDIR 1 -1
    ${If} $R1 != "\"
      ${Break}
    ${EndIf}
    StrCpy $INSTDIR $INSTDIR -1
  ${Loop}
FunctionEnd
!macroend
!insertmacro PlaceFunctions ""
!insertmacro PlaceFunctions "un."

; Names that no rule makes one (a share, a letter given to a folder): the mark just written in $INSTDIR is read there too.
Function IsHere  ; the folder $R1: 1 in $R0 where it is $INSTDIR
  StrCpy $R0 0
  ReadINIStr $R2 "$INSTDIR\${NOTE}" "installation" "marque"
  ReadINIStr $R3 "$R1\${NOTE}" "installation" "marque"
  ${If} $R1 == $INSTDIR
    StrCpy $R0 1
  ${ElseIf} $R2 != ""
  ${AndIf} $R2 == $R3
    StrCpy $R0 1
  ${EndIf}
  ClearErrors
FunctionEnd

!macro Named NAME
  ${If} ${FileExists} "$INSTDIR\${NAME}"
    StrCpy $R0 2
  ${EndIf}
!macroend

Function LookInside  ; of $INSTDIR, in $R0: 0 empty or ours, 1 something else, 2 the portable program
  StrCpy $R0 0
  ${If} ${FileExists} "$INSTDIR\${NOTE}"
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${PORTABLE}"
    StrCpy $R0 2
    Return
  ${EndIf}
  ; An uninstaller alone is what an older version left behind when it was told to wait for its end; the two others are
  ; what a setup that was cut short left.
  FindFirst $R1 $R2 "$INSTDIR\*"
  ${DoWhile} $R2 != ""
    ${If} $R2 != "."
    ${AndIf} $R2 != ".."
    ${AndIf} $R2 != "${UNINSTALLER}"
    ${AndIf} $R2 != "${FRESH}"
    ${AndIf} $R2 != "${STALE}"
      StrCpy $R0 1
    ${EndIf}
    FindNext $R1 $R2
  ${Loop}
  FindClose $R1
FunctionEnd

; NSIS forgets without a word a folder that it cannot take (the root of a disk, quotes): nothing is installed elsewhere.
Function MustBeTaken
  ${If} $INSTDIR == ""
    System::Call 'kernel32::GetCommandLineW() w .R1'
    ClearErrors
    ${WordFind} $R1 "/D=" "E+2" $R2
    ${IfNot} ${Errors}
      !insertmacro Stop "" 16 "$(PLACE_UNFIT)"
    ${EndIf}
    ClearErrors
  ${EndIf}
FunctionEnd

Function ChoosePlace
  Call MustBeTaken
  Call Plain
  ReadRegStr $Before SHCTX "${KEY}" "InstallLocation"
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR $Before
  ${EndIf}
  ${If} $INSTDIR == ""
    ${If} $Everybody == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${ID}"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${ID}"
    ${EndIf}
  ${EndIf}
  Call LookInside
  ${If} $R0 == 1
    ${GetFileName} $INSTDIR $R1
    ${If} $R1 != "${ID}"
      StrCpy $INSTDIR "$INSTDIR\${ID}"
      Call LookInside
    ${EndIf}
  ${EndIf}
  ${If} $R0 == 1
  ${AndIfNot} ${FileExists} "$INSTDIR\${EXE}"
    ; A folder of our name, where somebody's files lie: they stay, unless they bear the names of ours.
    StrCpy $R0 0
    !insertmacro EachTop Named
  ${EndIf}
  ${If} $R0 == 2
    !insertmacro Stop "" 16 "$(PLACE_TAKEN)"
  ${EndIf}
  !insertmacro Log "" "folder=$INSTDIR before=$Before"
FunctionEnd
