; The installer: per user, for 64-bit Windows, Chinese, silent with /S. Leaves workspaces alone, always.
; makensis -INPUTCHARSET UTF8 -DVERSION=… -DFOLDER=… -DSETUP=… -DROOT=… installer.nsi
; Debian's NSIS makes 64-bit installers, the one for Windows from its makers only 32-bit ones: either installs the same files.
!if /FILEEXISTS "${NSISDIR}/Stubs/lzma_solid-amd64-unicode"
    Target amd64-unicode
!else
    Target x86-unicode
!endif
Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true

!include MUI2.nsh
!include x64.nsh

!define NAME "统筹台"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\tongchoutai"

Name "${NAME}"
OutFile "${SETUP}"
InstallDir "$LOCALAPPDATA\Programs\tongchoutai"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"

!define MUI_ICON "${ROOT}/resources/brand/app.ico"
!define MUI_UNICON "${ROOT}/resources/brand/app.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\python\pythonw.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "-m zgc_desktop"
!insertmacro MUI_PAGE_LICENSE "${ROOT}/LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "只删除程序本身。工作区（报送原件、数据库、备份）不在程序文件夹里，不会删除。"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; A 32-bit installer starts on a 32-bit Windows, too, where the 64-bit Python in it never would.
Function .onInit
    ${IfNot} ${RunningX64}
        MessageBox MB_OK|MB_ICONEXCLAMATION "${NAME}需要 64 位 Windows，没有安装任何文件。" /SD IDOK
        SetErrorLevel 4
        Quit
    ${EndIf}
FunctionEnd

; A running program holds its own file: half a new version over half an old one would start neither.
!macro NotRunning
    IfFileExists "$INSTDIR\python\pythonw.exe" 0 +9
    ClearErrors
    FileOpen $0 "$INSTDIR\python\pythonw.exe" a
    IfErrors 0 +5
    MessageBox MB_OK|MB_ICONEXCLAMATION "${NAME}正在运行，没有改动任何文件。请先关闭${NAME}，再重新运行。" /SD IDOK
    SetErrorLevel 3
    Quit
    Goto +2
    FileClose $0
!macroend

; By name: whatever else somebody keeps in the folder is not ours to delete.
!macro RemoveProgram
    RMDir /r "$INSTDIR\python"
    RMDir /r "$INSTDIR\packages"
    RMDir /r "$INSTDIR\app"
    RMDir /r "$INSTDIR\licences"
    Delete "$INSTDIR\zgc.cmd"
!macroend

Section
    SetShellVarContext current
    !insertmacro NotRunning
    !insertmacro RemoveProgram
    SetOutPath "$INSTDIR"
    File /r "${FOLDER}/*.*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    ; Shortcuts start in the user's own folder, not in the program's.
    SetOutPath "$DOCUMENTS"
    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\python\pythonw.exe" "-m zgc_desktop" "$INSTDIR\app\resources\brand\app.ico"
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\python\pythonw.exe" "-m zgc_desktop" "$INSTDIR\app\resources\brand\app.ico"
    WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\app\resources\brand\app.ico"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
    SetShellVarContext current
    !insertmacro NotRunning
    !insertmacro RemoveProgram
    Delete "$SMPROGRAMS\${NAME}.lnk"
    Delete "$DESKTOP\${NAME}.lnk"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    DeleteRegKey HKCU "${KEY}"
SectionEnd
