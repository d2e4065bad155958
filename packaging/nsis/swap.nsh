; The new program is written whole beside the old one, then takes its place: a full disk or a refusal changes nothing.
Var Refused  ; the first file that could not be written or moved

; After each file that files.nsh writes.
!macro Written NAME
  IfErrors 0 +3
  StrCpy $Refused "${NAME}"
  Return
!macroend

Function WriteFresh
  ClearErrors
  SetOverwrite on
  !include "${FILES}"
FunctionEnd

Function Move  ; $R1 to $R2; an antivirus may hold for a moment what was just written
  StrCpy $R3 0
  ${Do}
    ClearErrors
    Rename "$R1" "$R2"
    ${IfNot} ${Errors}
      ${Break}
    ${EndIf}
    IntOp $R3 $R3 + 1
    ${If} $R3 > 20
      StrCpy $Refused $R1
      ${Break}
    ${EndIf}
    Sleep 250
  ${Loop}
  ClearErrors
FunctionEnd

!macro Aside NAME
  ${If} $Refused == ""
  ${AndIf} ${FileExists} "$INSTDIR\${NAME}"
    StrCpy $R1 "$INSTDIR\${NAME}"
    StrCpy $R2 "$INSTDIR\${STALE}\${NAME}"
    Call Move
  ${EndIf}
!macroend

!macro InPlace NAME
  ${If} $Refused == ""
    StrCpy $R1 "$INSTDIR\${FRESH}\${NAME}"
    StrCpy $R2 "$INSTDIR\${NAME}"
    Call Move
  ${EndIf}
!macroend

!macro Back NAME
  ${If} ${FileExists} "$INSTDIR\${STALE}\${NAME}"
    Rename "$INSTDIR\${NAME}" "$INSTDIR\${FRESH}\${NAME}"
    StrCpy $R1 "$INSTDIR\${STALE}\${NAME}"
    StrCpy $R2 "$INSTDIR\${NAME}"
    Call Move
  ${EndIf}
!macroend

Function Clean
  SetOutPath "$TEMP"  ; Windows keeps the current folder
  RMDir /r "$INSTDIR\${FRESH}"
  RMDir /r "$INSTDIR\${STALE}"
  ClearErrors
FunctionEnd

Function Replace
  StrCpy $Refused ""
  Call Clean
  Call WriteFresh
  SetOutPath "$TEMP"
  ${If} $Refused == ""
    CreateDirectory "$INSTDIR\${STALE}"
    !insertmacro EachTop Aside
    !insertmacro EachTop InPlace
    ${If} $Refused != ""
      StrCpy $R0 $Refused
      !insertmacro EachTop Back
      StrCpy $Refused $R0
    ${EndIf}
  ${EndIf}
  Call Clean
FunctionEnd
