; Nothing is changed while the program is open. Windows lets nobody write into a running program: it answers 32, « in use ».
; Every other answer (5, « access refused ») is something else, and is said as such.
!define WAIT_SECONDS 5

Var Program  ; the folder whose programs must be closed

!macro ClosedFunctions un
Function ${un}Ask  ; of the file $R9: 0 in $R8 where it may be written or is not there, else what Windows answers
  StrCpy $R8 0
  ${If} ${FileExists} "$R9"
    System::Call 'kernel32::CreateFileW(w R9, i 0x40000000, i 1, p 0, i 3, i 0x80, p 0) p.R7 ?e'
    Pop $R8
    ${If} $R7 != -1
      System::Call 'kernel32::CloseHandle(p R7)'
      StrCpy $R8 0
    ${EndIf}
  ${EndIf}
FunctionEnd

Function ${un}AskTwice  ; a file marked « read only » is none the less ours to replace
  Call ${un}Ask
  ${If} $R8 == 5
    SetFileAttributes "$R9" NORMAL
    Call ${un}Ask
  ${EndIf}
FunctionEnd

Function ${un}MustBeClosed
  StrCpy $R6 0
  ${Do}
    StrCpy $R9 "$Program\${EXE}"
    Call ${un}AskTwice
    ${If} $R8 == 0
      StrCpy $R9 "$Program\${CONSOLE_EXE}"
      Call ${un}AskTwice
    ${EndIf}
    ${If} $R8 == 0
      ${Break}
    ${EndIf}
    ${If} $R8 != 32
      !insertmacro Stop "${un}" 12 "$(REFUSED)"
    ${EndIf}
    ${If} ${Silent}
    ${AndIf} $R6 < ${WAIT_SECONDS}
      ; It may be closing.
      IntOp $R6 $R6 + 1
      Sleep 1000
    ${Else}
      !insertmacro Log "${un}" "$R9: 32"
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_OPEN)" /SD IDCANCEL IDRETRY +3
      SetErrorLevel 10
      Quit
    ${EndIf}
  ${Loop}
FunctionEnd
!macroend
!insertmacro ClosedFunctions ""
!insertmacro ClosedFunctions "un."
