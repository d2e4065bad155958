; Installer of Santé 100 jours. Called by winbuild/installers.py, which gives every value in CAPITALS with -D.
; Per user, without administrator rights; /ALLUSERS for everybody. The options and the exit codes: packaging/README.md.
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
!define OURS "Software\${ID}"
!define ACTIVE_SETUP "SOFTWARE\Microsoft\Active Setup\Installed Components\{${ACTIVE_SETUP_ID}}"
!define UNINSTALLER "desinstaller.exe"
!define NOTE "installation.ini"
!define FRESH "_neuf"
!define STALE "_vieux"

!include MUI2.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

Name "${PROGRAM}"
OutFile "${OUT}"
InstallDir ""
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
AllowSkipFiles off
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
  !uninstfinalize `"${SIGN}" "%1"` = 0
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

Var Everybody
Var Welcome
Var Before  ; where the previous version lies

!define MUI_WELCOMEPAGE_TITLE "$(WELCOME_TITLE)"
!define MUI_WELCOMEPAGE_TEXT "$Welcome"
!define MUI_PAGE_CUSTOMFUNCTION_PRE ChooseWords
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

!macro Scope
  SetRegView 64
  ${If} $Everybody == 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
!macroend

!include "${TOP}"
!include log.nsh
!include closed.nsh
!include others.nsh
!include place.nsh
!include swap.nsh
!include register.nsh
!include last.nsh

; Only what is ours: what else lies in the folder $Program belongs to somebody.
!macro RemoveTop NAME
  ${If} ${FileExists} "$Program\${NAME}\*.*"
    RMDir /r "$Program\${NAME}"
  ${Else}
    Delete "$Program\${NAME}"
  ${EndIf}
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
  Call OpenLog
  !insertmacro Log "" "${PROGRAM} ${VERSION}: $EXEPATH $R0"
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} ${LEAST_BUILD}
    !insertmacro Stop "" 11 "$(OLD_WINDOWS)"
  ${EndIf}

  StrCpy $Everybody 0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    StrCpy $Everybody 1
    UserInfo::GetAccountType
    Pop $R1
    ${If} $R1 != "Admin"
      Call Elevate
    ${EndIf}
  ${EndIf}
  ClearErrors
  !insertmacro Scope
  Call MakeWay
  Call ChoosePlace
  Call AllClosed
FunctionEnd

Function ChooseWords
  StrCpy $Welcome "$(WELCOME_TEXT)"
  ${If} $Everybody == 1
    StrCpy $Welcome "$(WELCOME_ALL)"
  ${EndIf}
FunctionEnd

; Here, where the previous version lies, and this user's own copy where it has to go.
Function AllClosed
  StrCpy $Program $INSTDIR
  Call MustBeClosed
  ${If} $Before != ""
  ${AndIf} $Before != $INSTDIR
    StrCpy $Program $Before
    Call MustBeClosed
  ${EndIf}
  ${If} $Everybody == 1
  ${AndIf} $Own != ""
    StrCpy $Program $OwnFolder
    Call MustBeClosed
  ${EndIf}
FunctionEnd

Section "Program"
  Call AllClosed
  Call Replace
  ${If} $Refused != ""
    RMDir "$INSTDIR"  ; where nothing was there before
    !insertmacro Stop "" 12 "$(NOT_WRITTEN)"
  ${EndIf}
  WriteINIStr "$INSTDIR\${NOTE}" "installation" "tous" "$Everybody"
  WriteINIStr "$INSTDIR\${NOTE}" "installation" "version" "${VERSION}"
  System::Call 'kernel32::GetTickCount() i.R1'
  WriteINIStr "$INSTDIR\${NOTE}" "installation" "marque" "$R1"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  ; Into another folder than before: the program does not stay twice.
  StrCpy $R1 $Before
  Call IsHere
  ${If} $Before != ""
  ${AndIf} $R0 == 0
  ${AndIf} ${FileExists} "$Before\${NOTE}"
    StrCpy $Program $Before
    !insertmacro EachTop RemoveTop
    Delete "$Before\${NOTE}"
    Delete "$Before\${UNINSTALLER}"
    RMDir "$Before"
  ${EndIf}
  Call RemoveOwn
  Call Register
  Delete "$TEMP\${ID}-*-desinstaller.exe"
  !insertmacro Log "" "code 0"
SectionEnd

Function .onInstFailed
  Call Clean
  !insertmacro Log "" "code 12: stopped while the files were written"
  SetErrorLevel 12
FunctionEnd

Function OpenProgram
  ; Through Explorer, so that an elevated setup does not open an elevated program.
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${EXE}"'
FunctionEnd

; For whom it was installed. With no note, only the folder that Windows was told of is ours: run from elsewhere (a copy of
; it among somebody's files), nothing is removed.
Function un.Whose
  SetRegView 64
  ReadINIStr $Everybody "$INSTDIR\${NOTE}" "installation" "tous"
  ${If} $Everybody == ""
    ReadRegStr $R1 HKLM "${KEY}" "InstallLocation"
    ReadRegStr $R2 HKCU "${KEY}" "InstallLocation"
    ${If} $R1 == $INSTDIR
      StrCpy $Everybody 1
    ${ElseIf} $R2 == $INSTDIR
      StrCpy $Everybody 0
    ${Else}
      !insertmacro Stop "un." 16 "$(NOT_HERE)"
    ${EndIf}
  ${EndIf}
  ClearErrors
FunctionEnd

Function un.onInit
  Call un.BeLast
  Call un.OpenLog
  Call un.Plain
  Call un.Whose
  !insertmacro Log "un." "uninstall $INSTDIR, everybody=$Everybody"
  !insertmacro Scope
  ${If} $Everybody == 1
    UserInfo::GetAccountType
    Pop $R1
    ${If} $R1 != "Admin"
      ${IfNot} ${Silent}
        ${GetParameters} $R0
        ClearErrors
        ${GetOptions} $R0 "/ELEVATED" $R1  ; asked once: some computers give no more rights, and say nothing
        ${If} ${Errors}
          ClearErrors
          ExecShell "runas" "$INSTDIR\${UNINSTALLER}" "/ELEVATED"
          ${IfNot} ${Errors}
            SetErrorLevel 0
            Quit
          ${EndIf}
        ${EndIf}
      ${EndIf}
      !insertmacro Stop "un." 13 "$(NOT_ADMIN)"
    ${EndIf}
  ${EndIf}
  StrCpy $Program $INSTDIR
  Call un.MustBeClosed
FunctionEnd

Section "Uninstall"
  StrCpy $Program $INSTDIR
  Call un.MustBeClosed
  !insertmacro EachTop RemoveTop
  RMDir /r "$INSTDIR\${FRESH}"
  RMDir /r "$INSTDIR\${STALE}"
  Delete "$INSTDIR\${NOTE}"
  SetOutPath "$TEMP"  ; Windows keeps the current folder
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR"
  ; Our note is gone: where Windows was told of a folder that has one, another copy is installed, and stays so.
  ReadRegStr $R1 SHCTX "${KEY}" "InstallLocation"
  ${If} $R1 == ""
  ${OrIf} $R1 == $INSTDIR
  ${OrIfNot} ${FileExists} "$R1\${NOTE}"
    Call un.Forget
  ${EndIf}
  Call un.LeaveLast
  !insertmacro Log "un." "code 0"
SectionEnd
