; Told to run where it lies (_?=, so that whoever started it sees its end), the uninstaller cannot remove itself: a copy in
; the temporary folder does, once this one has ended; Windows removes the copy as it starts again.

Function un.LeaveLast
  ${If} ${FileExists} "$INSTDIR\${UNINSTALLER}"
    System::Call 'kernel32::GetTickCount() i.R0'
    StrCpy $R1 "$TEMP\${ID}-$R0-desinstaller.exe"
    System::Call 'kernel32::CopyFileW(w "$INSTDIR\${UNINSTALLER}", w R1, i 0)'
    Exec '"$R1" /S /LAST _?=$INSTDIR'
    System::Call 'kernel32::MoveFileExW(w R1, p 0, i 4)'
    ClearErrors
  ${EndIf}
FunctionEnd

Function un.BeLast
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/LAST" $R1
  ${IfNot} ${Errors}
    SetOutPath "$TEMP"
    StrCpy $R2 0
    ${Do}
      ; A program installed again in the meantime has its note, and keeps its uninstaller.
      ${If} ${FileExists} "$INSTDIR\${NOTE}"
      ${OrIf} $R2 > 80
        Quit
      ${EndIf}
      Delete "$INSTDIR\${UNINSTALLER}"
      ${IfNot} ${FileExists} "$INSTDIR\${UNINSTALLER}"
        RMDir "$INSTDIR"
        Quit
      ${EndIf}
      IntOp $R2 $R2 + 1
      Sleep 250
    ${Loop}
  ${EndIf}
  ClearErrors
FunctionEnd
