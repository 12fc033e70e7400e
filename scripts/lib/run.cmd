@echo off
rem Runs a stick under Wine and writes down its whole exit code, of which Linux would see the low byte only.
rem The whole command is in FIELDSTICK_LINE, which the inner cmd expands: Wine's cmd takes the quotes out of what stands
rem behind /c, and loses the exit code of a batch file behind "call".
setlocal DisableDelayedExpansion
del C:\windows\temp\exit-code 2>nul
C:\windows\system32\cmd.exe /d /c %%FIELDSTICK_LINE%%
>C:\windows\temp\exit-code echo %ERRORLEVEL%
