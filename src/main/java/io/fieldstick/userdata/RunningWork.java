package io.fieldstick.userdata;

import io.fieldstick.windows.Processes;
import io.fieldstick.windows.Reading;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The running programs that would lose work when the computer is restarted or reinstalled. */
public final class RunningWork {
    /** By the name of the program's file; what is not here has its work in files, or none. */
    private static final Map<String, String> PROGRAMS = programs(
            "winword.exe=Microsoft Word",
            "excel.exe=Microsoft Excel",
            "powerpnt.exe=Microsoft PowerPoint",
            "outlook.exe=Microsoft Outlook",
            "olk.exe=Microsoft Outlook (new)",
            "msaccess.exe=Microsoft Access",
            "visio.exe=Microsoft Visio",
            "winproj.exe=Microsoft Project",
            "onenote.exe=Microsoft OneNote",
            "mspub.exe=Microsoft Publisher",
            "wps.exe=WPS 文字",
            "et.exe=WPS 表格",
            "wpp.exe=WPS 演示",
            "wpspdf.exe=WPS PDF",
            "notepad.exe=Notepad 记事本",
            "notepad++.exe=Notepad++",
            "wordpad.exe=WordPad 写字板",
            "mspaint.exe=Paint 画图",
            "acad.exe=AutoCAD",
            "zwcad.exe=ZWCAD 中望",
            "gcad.exe=GstarCAD 浩辰",
            "sldworks.exe=SolidWorks",
            "photoshop.exe=Adobe Photoshop",
            "illustrator.exe=Adobe Illustrator",
            "indesign.exe=Adobe InDesign",
            "acrobat.exe=Adobe Acrobat",
            "coreldrw.exe=CorelDRAW",
            "foxmail.exe=Foxmail",
            "thunderbird.exe=Thunderbird",
            "wechat.exe=WeChat 微信",
            "weixin.exe=WeChat 微信",
            "wxwork.exe=WeCom 企业微信",
            "qq.exe=QQ",
            "tim.exe=TIM",
            "dingtalk.exe=DingTalk 钉钉",
            "thunder.exe=Thunder 迅雷",
            "baidunetdisk.exe=Baidu Netdisk 百度网盘",
            "chrome.exe=Chrome",
            "msedge.exe=Edge",
            "firefox.exe=Firefox",
            "360se.exe=360 安全浏览器",
            "360chrome.exe=360 极速浏览器",
            "iexplore.exe=Internet Explorer",
            "fwkp.exe=航天信息 开票软件",
            "kp.exe=百望 开票软件",
            "enterpriseportal.exe=用友 U8",
            "kdmain.exe=金蝶 K3",
            "sqlservr.exe=SQL Server",
            "mysqld.exe=MySQL / MariaDB",
            "postgres.exe=PostgreSQL",
            "oracle.exe=Oracle",
            "fbserver.exe=Firebird",
            "vmware-vmx.exe=VMware");

    private RunningWork() {}

    /** Such programs among {@code processes}, one for each program, with the titles of all its windows. */
    public static Reading<List<OpenWork>> of(Processes processes) {
        Map<Long, List<String>> titles = new TreeMap<>();
        for (Processes.Window window : processes.windows().orElse(List.of())) {
            titles.computeIfAbsent(window.process(), process -> new ArrayList<>())
                    .add(window.title());
        }
        return processes.running().map(running -> work(running, titles));
    }

    private static List<OpenWork> work(List<Processes.Process> running, Map<Long, List<String>> titles) {
        Map<String, List<Processes.Process>> byProgram = new TreeMap<>();
        for (Processes.Process process : running) {
            if (PROGRAMS.containsKey(WindowsPath.folded(process.name()))) {
                byProgram
                        .computeIfAbsent(WindowsPath.folded(process.name()), name -> new ArrayList<>())
                        .add(process);
            }
        }
        return byProgram.values().stream().map(all -> program(all, titles)).toList();
    }

    private static OpenWork program(List<Processes.Process> all, Map<Long, List<String>> titles) {
        Processes.Process first = all.get(0);
        List<String> shown = all.stream()
                .flatMap(process -> titles.getOrDefault(process.id(), List.of()).stream())
                .distinct()
                .toList();
        List<String> ids =
                all.stream().map(process -> Long.toString(process.id())).toList();
        return new OpenWork(
                OpenWork.State.RUNNING,
                PROGRAMS.getOrDefault(WindowsPath.folded(first.name()), first.name()),
                first.name() + " (" + String.join(", ", ids) + ")",
                shown);
    }

    private static Map<String, String> programs(String... lines) {
        Map<String, String> programs = new TreeMap<>();
        for (String line : lines) {
            int cut = line.indexOf('=');
            programs.put(line.substring(0, cut), line.substring(cut + 1));
        }
        return programs;
    }
}
