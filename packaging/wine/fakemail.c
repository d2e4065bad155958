/* For checks only: a mail program that writes down, in C:\fakemail.txt, what Simple MAPI hands over, and answers as
   told by the environment variable FAKEMAIL (0 where it says nothing). Never part of the product. */
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

struct file { ULONG reserved, flags, position; LPWSTR path, name; void *type; };
struct person { ULONG reserved, kind; LPWSTR name, address; ULONG size; void *entry; };
struct message {
  ULONG reserved;
  LPWSTR subject, text, type, date, conversation;
  ULONG flags;
  struct person *from;
  ULONG people;
  struct person *to;
  ULONG files;
  struct file *file;
};

static void say(FILE *out, const char *what, LPCWSTR words) {
  char line[16384] = "";
  if (words != NULL)
    WideCharToMultiByte(CP_UTF8, 0, words, -1, line, sizeof line, NULL, NULL);
  fprintf(out, "%s=%s\n", what, line);
}

__declspec(dllexport) ULONG WINAPI MAPISendMailW(ULONG_PTR session, ULONG_PTR window, struct message *message,
                                                 ULONG flags, ULONG reserved) {
  (void)session, (void)window, (void)reserved;
  FILE *out = fopen("C:\\fakemail.txt", "wb");
  if (out == NULL)
    return 2;
  fprintf(out, "flags=%lu\n", flags);
  say(out, "subject", message->subject);
  say(out, "text", message->text);
  for (ULONG index = 0; index < message->people; index++) {
    fprintf(out, "kind=%lu\n", message->to[index].kind);
    say(out, "address", message->to[index].address);
  }
  for (ULONG index = 0; index < message->files; index++) {
    say(out, "file", message->file[index].path);
    fprintf(out, "there=%d\n", GetFileAttributesW(message->file[index].path) != INVALID_FILE_ATTRIBUTES);
  }
  fclose(out);
  const char *told = getenv("FAKEMAIL");
  return told == NULL ? 0 : (ULONG)atoi(told);
}
