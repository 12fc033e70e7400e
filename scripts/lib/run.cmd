@echo off
rem Runs a stick under Wine and writes down its whole exit code, of which Linux would see the low byte only.
rem The stick's fieldstick.cmd is in FIELDSTICK_STICK and its arguments in FIELDSTICK_LINE. They are expanded by the inner
rem cmd: Wine's cmd takes the quotes out of what stands behind /c, and loses the exit code of a batch file behind "call".
setlocal DisableDelayedExpansion
del C:\windows\temp\exit-code 2>nul
C:\windows\system32\cmd.exe /d /c "%%FIELDSTICK_STICK%%" %%FIELDSTICK_LINE%%
>C:\windows\temp\exit-code echo %ERRORLEVEL%
