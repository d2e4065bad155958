/* Run a command without an administrator's rights: limited.exe COMMAND LINE; its exit code is the command's.
   It stands for a Windows session that is not elevated, and never goes into the product. */
#include <windows.h>
#include <wchar.h>

int wmain(void) {
  wchar_t *line = GetCommandLineW();
  line = wcschr(line + (*line == L'"'), *line == L'"' ? L'"' : L' ');
  if (line == NULL)
    return 250;
  line += 1 + wcsspn(line + 1, L" ");
  BYTE room[SECURITY_MAX_SID_SIZE];
  DWORD size = sizeof room;
  SID_AND_ATTRIBUTES administrators = {room, 0};
  HANDLE token, limited;
  if (!CreateWellKnownSid(WinBuiltinAdministratorsSid, NULL, room, &size) ||
      !OpenProcessToken(GetCurrentProcess(), TOKEN_ALL_ACCESS, &token) ||
      !CreateRestrictedToken(token, 0, 1, &administrators, 0, NULL, 0, NULL, &limited))
    return 251;
  STARTUPINFOW startup = {.cb = sizeof startup};
  PROCESS_INFORMATION process;
  if (!CreateProcessAsUserW(limited, NULL, line, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &process))
    return 252;
  WaitForSingleObject(process.hProcess, INFINITE);
  DWORD code = 253;
  GetExitCodeProcess(process.hProcess, &code);
  return (int)code;
}
