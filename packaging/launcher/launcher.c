/* Start Python from the program's own folder: <folder>\<RUNTIME>\python313.dll, Py_Main(exe -X utf8 -m MODULE …).

   No Python header is needed, and nothing is searched for elsewhere: not in PATH, not in the current folder.
   Exit code 3: the installation is incomplete. */
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#ifndef RUNTIME
#define RUNTIME L"runtime"
#endif
#define LONGEST 32768

typedef int (*python_main)(int, wchar_t **);

static wchar_t here[LONGEST], library[LONGEST];

static int incomplete(void) {
  const wchar_t *text = L"Il manque des fichiers \u00e0 Sant\u00e9 100 jours.\n"
                        L"R\u00e9installez le programme : vos dossiers sont conserv\u00e9s.";
#ifdef CONSOLE
  fwprintf(stderr, L"%ls\n", text);
#else
  MessageBoxW(NULL, text, L"Sant\u00e9 100 jours", MB_ICONERROR);
#endif
  return 3;
}

static int start(void) {
  DWORD length = GetModuleFileNameW(NULL, here, LONGEST);
  if (length == 0 || length > LONGEST - 100)
    return incomplete();
  wcscpy(library, here);
  wcscpy(wcsrchr(library, L'\\') + 1, RUNTIME L"\\" PYTHON_DLL);
  HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
  if (python == NULL)
    return incomplete();
  python_main run = (python_main)(void *)GetProcAddress(python, "Py_Main");
  if (run == NULL)
    return incomplete();

  int given = 0, count = 0;
  wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &given);
  wchar_t **all = calloc((size_t)given + 8, sizeof *all);
  if (words == NULL || all == NULL)
    return incomplete();
  all[count++] = here;
#ifdef MODULE
  all[count++] = L"-X";
  all[count++] = L"utf8";
  all[count++] = L"-m";
  all[count++] = MODULE;
#endif
  for (int index = 1; index < given; index++)
    all[count++] = words[index];
  return run(count, all);
}

#ifdef CONSOLE
int wmain(void) { return start(); }
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, PWSTR line, int show) {
  (void)instance, (void)previous, (void)line, (void)show;
  return start();
}
#endif
