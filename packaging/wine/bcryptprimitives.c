/* A stand-in for Windows 10's own bcryptprimitives.dll, which Wine 8 lacks and Qt's PDF engine asks for random bytes.
   It goes into the test prefix, never into the product. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG count);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) {
  return SystemFunction036(bytes, (ULONG)count);
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID reserved) { return TRUE; }
