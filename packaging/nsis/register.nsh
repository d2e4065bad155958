; What Windows is told: shortcuts, the kind of file, the list of programs; and how it is all taken back.

Function PutOnDesktop
  CreateShortcut "$DESKTOP\${PROGRAM}.lnk" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0 SW_SHOWNORMAL "" "$(SHORTCUT)"
FunctionEnd

; Dossiers and the answers of the federation are opened by the same command.
!macro TakeSuffix ENDING
  WriteRegStr SHCTX "${CLASSES}\${ENDING}" "" "${PROG_ID}"
  WriteRegStr SHCTX "${CLASSES}\${ENDING}\OpenWithProgids" "${PROG_ID}" ""
!macroend

!macro LeaveSuffix ENDING
  ; Another program may have taken the extension since: what is its own stays.
  ReadRegStr $0 SHCTX "${CLASSES}\${ENDING}" ""
  ${If} $0 == "${PROG_ID}"
    DeleteRegValue SHCTX "${CLASSES}\${ENDING}" ""
  ${EndIf}
  DeleteRegValue SHCTX "${CLASSES}\${ENDING}\OpenWithProgids" "${PROG_ID}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${ENDING}\OpenWithProgids"
  ReadRegStr $0 SHCTX "${CLASSES}\${ENDING}" ""
  ${If} $0 == ""
    DeleteRegKey /ifempty SHCTX "${CLASSES}\${ENDING}"
  ${EndIf}
!macroend

Function Register
  CreateShortcut "$SMPROGRAMS\${PROGRAM}.lnk" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0 SW_SHOWNORMAL "" "$(SHORTCUT)"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/BUREAU" $R1
  ${IfNot} ${Errors}
    Call PutOnDesktop
  ${ElseIf} $Before != ""
  ${AndIf} $Before != $INSTDIR
  ${AndIf} ${FileExists} "$DESKTOP\${PROGRAM}.lnk"
    Call PutOnDesktop  ; it led to the folder that is left
  ${EndIf}
  WriteRegStr SHCTX "${CLASSES}\${PROG_ID}" "" "${FILE_KIND}"
  WriteRegStr SHCTX "${CLASSES}\${PROG_ID}" "FriendlyTypeName" "${FILE_KIND}"
  WriteRegStr SHCTX "${CLASSES}\${PROG_ID}\DefaultIcon" "" "$INSTDIR\${EXE},1"
  WriteRegStr SHCTX "${CLASSES}\${PROG_ID}\shell" "" "open"
  WriteRegStr SHCTX "${CLASSES}\${PROG_ID}\shell\open" "FriendlyAppName" "${PROGRAM}"
  WriteRegStr SHCTX "${CLASSES}\${PROG_ID}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
  !insertmacro TakeSuffix "${SUFFIX}"
  !insertmacro TakeSuffix "${REPLY_SUFFIX}"
  WriteRegStr SHCTX "${APP_PATHS}" "" "$INSTDIR\${EXE}"
  WriteRegStr SHCTX "${OURS}" "Version" "${VERSION}"
  WriteRegStr SHCTX "${OURS}" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "${OURS}" "Kind" "setup"
  ${If} $Everybody == 1
    WriteRegStr HKLM "${ACTIVE_SETUP}" "" "${PROGRAM}"
    WriteRegStr HKLM "${ACTIVE_SETUP}" "StubPath" '"$INSTDIR\${EXE}" ${REMOVE_OWN}'
    WriteRegStr HKLM "${ACTIVE_SETUP}" "Version" "${ACTIVE_VERSION}"
    WriteRegDWORD HKLM "${ACTIVE_SETUP}" "IsInstalled" 1
  ${EndIf}
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"

  WriteRegStr SHCTX "${KEY}" "DisplayName" "${PROGRAM}"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\${EXE},0"
  WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
  WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" ${SIZE_KB}
FunctionEnd

!macro ForgetFunctions un
Function ${un}Forget
  Delete "$SMPROGRAMS\${PROGRAM}.lnk"
  Delete "$DESKTOP\${PROGRAM}.lnk"
  DeleteRegKey SHCTX "${CLASSES}\${PROG_ID}"
  !insertmacro LeaveSuffix "${SUFFIX}"
  !insertmacro LeaveSuffix "${REPLY_SUFFIX}"
  DeleteRegKey SHCTX "${APP_PATHS}"
  DeleteRegKey SHCTX "${OURS}"
  ${If} $Everybody == 1
    DeleteRegKey HKLM "${ACTIVE_SETUP}"
  ${EndIf}
  DeleteRegKey SHCTX "${KEY}"
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"
FunctionEnd
!macroend
!insertmacro ForgetFunctions ""
!insertmacro ForgetFunctions "un."
