; Installer of Santé 100 jours. Called by winbuild/installers.py, which gives every value in CAPITALS with -D.
;   per user, no administrator rights; /ALLUSERS for IT, from an elevated prompt
;   /S silent, /D=FOLDER (last, no quotes), /BUREAU a shortcut on the desktop, /LANG=en
; Exit codes: 0 done, 1 cancelled, 10 the program is open, 11 this Windows is not supported,
;             12 files could not be written, 13 /ALLUSERS without administrator rights
Unicode true
Target amd64-unicode
!ifdef FAST
  SetCompressor /SOLID zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths\${EXE}"
!define CLASSES "Software\Classes"
!define UNINSTALLER "desinstaller.exe"
!define NOTE "installation.ini"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

Name "${PROGRAM}"
OutFile "${OUT}"
InstallDir ""
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
BrandingText "${PROGRAM} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
SetDateSave on
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1036 "ProductName" "${PROGRAM}"
VIAddVersionKey /LANG=1036 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=1036 "FileDescription" "Installation de ${PROGRAM}"
VIAddVersionKey /LANG=1036 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1036 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1036 "LegalCopyright" "Licence MIT"
!ifdef SIGN
  !uninstfinalize '"${SIGN}" "%1"' = 0
!endif

!define MUI_ICON "${ICONS}/program.ico"
!define MUI_UNICON "${ICONS}/program.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${ICONS}/side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${ICONS}/side.bmp"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${ICONS}/head.bmp"
!define MUI_HEADERIMAGE_UNBITMAP "${ICONS}/head.bmp"
!define MUI_ABORTWARNING

!define MUI_WELCOMEPAGE_TITLE "$(WELCOME_TITLE)"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME_TEXT)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(FINISH_TITLE)"
!define MUI_FINISHPAGE_TEXT "$(FINISH_TEXT)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(FINISH_OPEN)"
!define MUI_FINISHPAGE_RUN_FUNCTION OpenProgram
; The « read me » box is the shortcut on the desktop.
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(FINISH_DESKTOP)"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION PutOnDesktop
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(REMOVE_TEXT)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(REMOVED_TITLE)"
!define MUI_FINISHPAGE_TEXT "$(REMOVED_TEXT)"
!insertmacro MUI_UNPAGE_FINISH
; French unless Windows itself is in English.
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "English"
!include words.nsh

Var Everybody

!macro Scope
  SetRegView 64
  ${If} $Everybody == 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
!macroend

; Windows refuses to open a running program for writing: that is how we know.
!macro MustBeClosed un
Function ${un}MustBeClosed
  ${Do}
    StrCpy $1 0
    ClearErrors
    ${If} ${FileExists} "$INSTDIR\${EXE}"
      FileOpen $0 "$INSTDIR\${EXE}" a
      ${If} ${Errors}
        StrCpy $1 1
      ${Else}
        FileClose $0
      ${EndIf}
    ${EndIf}
    ClearErrors
    ${If} ${FileExists} "$INSTDIR\${CONSOLE_EXE}"
      FileOpen $0 "$INSTDIR\${CONSOLE_EXE}" a
      ${If} ${Errors}
        StrCpy $1 1
      ${Else}
        FileClose $0
      ${EndIf}
    ${EndIf}
    ${If} $1 == 0
      ${Break}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_OPEN)" /SD IDCANCEL IDRETRY +3
    SetErrorLevel 10
    Quit
  ${Loop}
FunctionEnd
!macroend
!insertmacro MustBeClosed ""
!insertmacro MustBeClosed "un."

; Only the program's own folders: what else lies beside it belongs to somebody.
!macro RemoveProgram
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\licences"
  RMDir /r "$INSTDIR\runtime"
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\${CONSOLE_EXE}"
!macroend

Function .onInit
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/LANG=" $R1
  ${IfNot} ${Errors}
    ${If} $R1 == "en"
      StrCpy $LANGUAGE 1033
    ${Else}
      StrCpy $LANGUAGE 1036
    ${EndIf}
  ${EndIf}
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "$(OLD_WINDOWS)" /SD IDOK
    SetErrorLevel 11
    Quit
  ${EndIf}

  StrCpy $Everybody 0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    StrCpy $Everybody 1
    UserInfo::GetAccountType
    Pop $R1
    ${If} $R1 != "Admin"
      MessageBox MB_ICONSTOP "$(NOT_ADMIN)" /SD IDOK
      SetErrorLevel 13
      Quit
    ${EndIf}
  ${EndIf}
  !insertmacro Scope

  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "${KEY}" "InstallLocation"
  ${EndIf}
  ${If} $INSTDIR == ""
    ${If} $Everybody == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${ID}"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${ID}"
    ${EndIf}
  ${EndIf}
  ; A folder that already holds something else keeps it: we go into one of our own, inside.
  ${IfNot} ${FileExists} "$INSTDIR\${NOTE}"
    ${DirState} "$INSTDIR" $R1
    ${If} $R1 == 1
      StrCpy $INSTDIR "$INSTDIR\${ID}"
    ${EndIf}
  ${EndIf}
  Call MustBeClosed
FunctionEnd

Section "Program"
  Call MustBeClosed
  SetOutPath "$INSTDIR"
  !insertmacro RemoveProgram
  ClearErrors
  SetOverwrite on
  File /r "${STAGE}/*"
  ${If} ${Errors}
    MessageBox MB_ICONSTOP "$(NOT_WRITTEN)" /SD IDOK
    SetErrorLevel 12
    Quit
  ${EndIf}
  WriteINIStr "$INSTDIR\${NOTE}" "installation" "tous" "$Everybody"
  WriteINIStr "$INSTDIR\${NOTE}" "installation" "version" "${VERSION}"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"

  CreateShortcut "$SMPROGRAMS\${PROGRAM}.lnk" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0 SW_SHOWNORMAL "" "$(SHORTCUT)"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/BUREAU" $R1
  ${IfNot} ${Errors}
    Call PutOnDesktop
  ${EndIf}

  WriteRegStr SHCTX "${CLASSES}\${PROG_ID}" "" "${FILE_KIND}"
  WriteRegStr SHCTX "${CLASSES}\${PROG_ID}" "FriendlyTypeName" "${FILE_KIND}"
  WriteRegStr SHCTX "${CLASSES}\${PROG_ID}\DefaultIcon" "" "$INSTDIR\${EXE},1"
  WriteRegStr SHCTX "${CLASSES}\${PROG_ID}\shell" "" "open"
  WriteRegStr SHCTX "${CLASSES}\${PROG_ID}\shell\open" "FriendlyAppName" "${PROGRAM}"
  WriteRegStr SHCTX "${CLASSES}\${PROG_ID}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
  WriteRegStr SHCTX "${CLASSES}\${SUFFIX}" "" "${PROG_ID}"
  WriteRegStr SHCTX "${CLASSES}\${SUFFIX}\OpenWithProgids" "${PROG_ID}" ""
  WriteRegStr SHCTX "${APP_PATHS}" "" "$INSTDIR\${EXE}"
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
SectionEnd

Function PutOnDesktop
  CreateShortcut "$DESKTOP\${PROGRAM}.lnk" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0 SW_SHOWNORMAL "" "$(SHORTCUT)"
FunctionEnd

Function OpenProgram
  ; Through Explorer, so that an elevated setup does not open an elevated program.
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${EXE}"'
FunctionEnd

Function un.onInit
  ReadINIStr $Everybody "$INSTDIR\${NOTE}" "installation" "tous"
  !insertmacro Scope
  Call un.MustBeClosed
FunctionEnd

Section "Uninstall"
  Call un.MustBeClosed
  !insertmacro RemoveProgram
  Delete "$INSTDIR\${NOTE}"
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${PROGRAM}.lnk"
  Delete "$DESKTOP\${PROGRAM}.lnk"
  DeleteRegKey SHCTX "${CLASSES}\${PROG_ID}"
  ; Another program may have taken the extension since: what is its own stays.
  ReadRegStr $0 SHCTX "${CLASSES}\${SUFFIX}" ""
  ${If} $0 == "${PROG_ID}"
    DeleteRegValue SHCTX "${CLASSES}\${SUFFIX}" ""
  ${EndIf}
  DeleteRegValue SHCTX "${CLASSES}\${SUFFIX}\OpenWithProgids" "${PROG_ID}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${SUFFIX}\OpenWithProgids"
  ReadRegStr $0 SHCTX "${CLASSES}\${SUFFIX}" ""
  ${If} $0 == ""
    DeleteRegKey /ifempty SHCTX "${CLASSES}\${SUFFIX}"
  ${EndIf}
  DeleteRegKey SHCTX "${APP_PATHS}"
  DeleteRegKey SHCTX "${KEY}"
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"
SectionEnd
