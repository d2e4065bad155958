/* A stand-in for Windows 10's own icuuc.dll, which Wine lacks. It goes into the test prefix, never into the product.
   Every converter says « not supported » (16), so that Qt keeps to its own UTF-8, UTF-16 and Latin-1. */
#include <windows.h>

#define OUT __declspec(dllexport)
#define UNSUPPORTED 16

static void refuse(int *error) {
  if (error)
    *error = UNSUPPORTED;
}

OUT void *ucnv_open(const char *name, int *error) { refuse(error); return NULL; }
OUT void ucnv_close(void *converter) {}
OUT void ucnv_reset(void *converter) {}
OUT signed char ucnv_getMaxCharSize(const void *converter) { return 1; }
OUT const char *ucnv_getName(const void *converter, int *error) { refuse(error); return NULL; }
OUT int ucnv_countAvailable(void) { return 0; }
OUT const char *ucnv_getAvailableName(int number) { return NULL; }
OUT void ucnv_getToUCallBack(const void *converter, void **action, const void **context) {
  if (action)
    *action = NULL;
  if (context)
    *context = NULL;
}
OUT void ucnv_getFromUCallBack(const void *converter, void **action, const void **context) {
  ucnv_getToUCallBack(converter, action, context);
}
OUT void ucnv_setToUCallBack(void *converter, void *action, const void *context, void **old, const void **old_context,
                             int *error) { refuse(error); }
OUT void ucnv_setFromUCallBack(void *converter, void *action, const void *context, void **old,
                               const void **old_context, int *error) { refuse(error); }
OUT void ucnv_fromUnicode(void *converter, char **target, const char *limit, const wchar_t **source,
                          const wchar_t *end, int *offsets, signed char flush, int *error) { refuse(error); }
OUT void ucnv_toUnicode(void *converter, wchar_t **target, const wchar_t *limit, const char **source, const char *end,
                        int *offsets, signed char flush, int *error) { refuse(error); }
OUT int ucnv_toUCountPending(const void *converter, int *error) { refuse(error); return 0; }
OUT int ucnv_fromUCountPending(const void *converter, int *error) { refuse(error); return 0; }
OUT const char *ucnv_getStandardName(const char *name, const char *standard, int *error) { refuse(error); return NULL; }
OUT void ucnv_cbToUWriteUChars(void *args, const wchar_t *source, int length, int offset, int *error) { refuse(error); }
OUT void ucnv_cbFromUWriteUChars(void *args, const wchar_t **source, const wchar_t *end, int offset, int *error) {
  refuse(error);
}
OUT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
OUT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID reserved) { return TRUE; }
