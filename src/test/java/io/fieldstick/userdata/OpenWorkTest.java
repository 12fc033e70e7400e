package io.fieldstick.userdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldstick.windows.InMemoryWindows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenWorkTest {
    private final InMemoryWindows windows = new InMemoryWindows().user("S-1-5-21-1-2-3-1001", "C:\\Users\\zh", true);

    @Test
    void programsThatHoldWorkAreToldWithTheirWindows() {
        windows.process(4, "System")
                .process(100, "WINWORD.EXE")
                .process(200, "svchost.exe")
                .process(300, "chrome.exe")
                .process(301, "chrome.exe");
        windows.processes()
                .window(100, "合同.docx - Word")
                .window(100, "报价.docx - Word")
                .window(301, "下载内容 - Chrome")
                .window(200, "nobody's");

        assertThat(RunningWork.of(windows.processes()).orElse(List.of()))
                .containsExactly(
                        new OpenWork(
                                OpenWork.State.RUNNING, "Chrome", "chrome.exe (300, 301)", List.of("下载内容 - Chrome")),
                        new OpenWork(
                                OpenWork.State.RUNNING,
                                "Microsoft Word",
                                "WINWORD.EXE (100)",
                                List.of("合同.docx - Word", "报价.docx - Word")));
    }

    @Test
    void aDocumentThatIsOpenIsFoundByTheFileBesideIt() {
        windows.file("C:\\Users\\zh\\Documents\\~$合同.docx", 162)
                .file("C:\\Users\\zh\\Documents\\合同.docx", 9000)
                .file("C:\\Users\\zh\\Desktop\\库存.laccdb", 64)
                .file("C:\\Users\\zh\\AppData\\Local\\X\\000003.ldb", 64);

        assertThat(UserDataSearch.of(windows, List.of(), List.of(), 1, Watch.NOBODY)
                        .openDocuments())
                .extracting(OpenWork::what)
                .containsExactlyInAnyOrder("C:\\Users\\zh\\Documents\\~$合同.docx", "C:\\Users\\zh\\Desktop\\库存.laccdb");
    }

    @ParameterizedTest
    @CsvSource({
        "~$预算.xlsx, true",
        "~$a.doc, true",
        "~$a.PPTX, true",
        "预算.xlsx, false",
        "~$x.exe, false",
        "~$, false",
        "总图.dwl, true",
        "总图.dwl2, true",
        "~$x.d, false"
    })
    void onlyFilesThatMeanSomethingAreTaken(String name, boolean open) {
        assertThat(OpenDocuments.isOwnerFile(name)).isEqualTo(open);
    }
}
