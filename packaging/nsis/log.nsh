; A log for who looks after the computer, and the one way to stop: a line in the log, one sentence, a code.

Var LogFile

!macro LogFunctions un
Function ${un}Say  ; the line on the stack
  Exch $R9
  Push $0
  Push $1
  Push $2
  Push $3
  Push $4
  Push $5
  Push $6
  ${GetTime} "" "L" $0 $1 $2 $3 $4 $5 $6
  StrCpy $3 "$2-$1-$0 $4:$5:$6  $R9$\r$\n"
  ClearErrors
  FileOpen $0 "$LogFile" a
  ${IfNot} ${Errors}
    FileSeek $0 0 END
    FileWriteUTF16LE /BOM $0 $3
    FileClose $0
  ${EndIf}
  ClearErrors
  Pop $6
  Pop $5
  Pop $4
  Pop $3
  Pop $2
  Pop $1
  Pop $0
  Pop $R9
FunctionEnd

Function ${un}OpenLog
  StrCpy $LogFile "$TEMP\${ID}-installation.log"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/LOG=" $R1
  ${IfNot} ${Errors}
    StrCpy $LogFile $R1
  ${EndIf}
  ClearErrors
FunctionEnd
!macroend
!insertmacro LogFunctions ""
!insertmacro LogFunctions "un."

!macro Log UN TEXT
  Push `${TEXT}`
  Call ${UN}Say
!macroend

; One sentence, a code, and nothing more is done.
!macro Stop UN CODE WORDS
  !insertmacro Log "${UN}" "code ${CODE}: ${WORDS}"
  MessageBox MB_ICONSTOP `${WORDS}` /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend
