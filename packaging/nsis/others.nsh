; What else of ours is on this computer: the MSI, a setup for everybody, this user's own copy.
; An older one never takes the place of a newer, and one never hides another.

Var Msi           ; version of the MSI, for everybody
Var ForAll        ; version that setup installed for everybody
Var Own           ; version that setup installed for this user
Var OwnFolder

Function LookAround
  StrCpy $Msi ""
  System::Call 'msi::MsiEnumRelatedProductsW(w "{${UPGRADE_CODE}}", i 0, i 0, w .R1) i.R0'
  ${If} $R0 == 0
    StrCpy $Msi "?"
    System::Call 'msi::MsiGetProductInfoW(w R1, w "VersionString", w .R2, *i 1024) i.R0'
    ${If} $R0 == 0
      StrCpy $Msi $R2
    ${EndIf}
  ${EndIf}
  ReadRegStr $ForAll HKLM "${KEY}" "DisplayVersion"
  ReadRegStr $Own HKCU "${KEY}" "DisplayVersion"
  ReadRegStr $OwnFolder HKCU "${KEY}" "InstallLocation"
  ClearErrors
  !insertmacro Log "" "msi=$Msi everybody=$ForAll user=$Own $OwnFolder"
FunctionEnd

Function MakeWay
  Call LookAround
  ${If} $Msi != ""
    !insertmacro Stop "" 15 "$(MSI_THERE)"
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/FORCE" $R1
  ${If} ${Errors}
    StrCpy $R2 $ForAll
    Call MustNotBeNewer
    StrCpy $R2 $Own
    Call MustNotBeNewer
  ${EndIf}
  ClearErrors
  ${If} $Everybody == 0
  ${AndIf} $ForAll != ""
    MessageBox MB_YESNO|MB_ICONQUESTION "$(FOR_ALL_THERE)" /SD IDNO IDYES hand_over
    !insertmacro Log "" "code 15: $ForAll is there for everybody"
    SetErrorLevel 15
    Quit
    hand_over:
    StrCpy $INSTDIR ""  ; where everybody's lies
    Call Elevate
  ${EndIf}
FunctionEnd

Function MustNotBeNewer  ; $R2: a version, or nothing
  ${If} $R2 != ""
    ${VersionCompare} $R2 "${VERSION}" $R3
    ${If} $R3 == 1
      !insertmacro Stop "" 14 "$(NEWER_THERE)"
    ${EndIf}
  ${EndIf}
FunctionEnd

; Begin again with an administrator's rights, for everybody; this one ends.
Function Elevate
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ELEVATED" $R1
  ${If} ${Errors}
  ${AndIfNot} ${Silent}
    ClearErrors
    ${If} $INSTDIR != ""
      StrCpy $R0 "$R0 /D=$INSTDIR"  ; NSIS takes it off the command line
    ${EndIf}
    ExecShell "runas" "$EXEPATH" "/ALLUSERS /ELEVATED $R0"
    ${IfNot} ${Errors}
      !insertmacro Log "" "handed over, with an administrator’s rights"
      SetErrorLevel 0
      Quit
    ${EndIf}
  ${EndIf}
  !insertmacro Stop "" 13 "$(NOT_ADMIN)"
FunctionEnd

; For everybody from now on: this user's own copy, which would hide it, goes. Other users' go as they log on (Active Setup).
Function RemoveOwn
  ${If} $Everybody == 1
  ${AndIf} $Own != ""
    StrCpy $R1 $OwnFolder
    Call IsHere
    ${If} $R0 == 1
    ${OrIfNot} ${FileExists} "$OwnFolder\${UNINSTALLER}"
      ; In its very folder, or thrown away by hand: only what this account's Windows was told goes.
      StrCpy $Everybody 0
      !insertmacro Scope
      Call Forget
      StrCpy $Everybody 1
      !insertmacro Scope
      !insertmacro Log "" "this user’s own copy is forgotten"
      Return
    ${EndIf}
    ExecWait '"$OwnFolder\${UNINSTALLER}" /S _?=$OwnFolder' $R0
    !insertmacro Log "" "this user’s own copy is removed: $R0"
    ${If} $R0 == 0
      Delete "$OwnFolder\${UNINSTALLER}"
      RMDir "$OwnFolder"
    ${EndIf}
    ClearErrors
  ${EndIf}
FunctionEnd
