; Where to install. A folder that holds something else keeps it: we go into one of our own, inside, and never twice.

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
  ; An uninstaller alone is what an older version left behind when it was told to wait for its end.
  FindFirst $R1 $R2 "$INSTDIR\*"
  ${DoWhile} $R2 != ""
    ${If} $R2 != "."
    ${AndIf} $R2 != ".."
    ${AndIf} $R2 != "${UNINSTALLER}"
      StrCpy $R0 1
    ${EndIf}
    FindNext $R1 $R2
  ${Loop}
  FindClose $R1
FunctionEnd

Function ChoosePlace
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
