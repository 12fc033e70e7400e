package io.fieldstick.userdata;

import io.fieldstick.message.Message;
import io.fieldstick.windows.WindowsPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fonts that did not come with Windows, and characters that somebody made: of one user, and of all of them among
 * Windows's own.
 *
 * <p>Windows does not note where a font came from, so its own are known by their files' names. One that is missing in the
 * list is told of and may be copied for nothing; Office's fonts are too.
 */
final class OwnFonts implements UserDataKind {
    /** Fonts, and characters made with Private Character Editor (MS docs: EUDC). Bitmap fonts (.fon) nobody installs. */
    private static final List<String> ENDINGS = List.of(".ttf", ".ttc", ".otf", ".otc", ".pfb", ".pfm", ".tte", ".euf");

    /** MS docs: "Windows 11 font list" and those of Windows 7, 8.1 and 10; XP's observed. */
    private static final String WINDOWS_TTF = """
            ahronbd aldhabi andlso angsa angsab angsai angsau angsaub angsaui angsauz angsaz aparaj aparajb
            aparajbi aparaji arabtype arial arialbd arialbi ariali arialnova arialnova-bold arialnova-bolditalic
            arialnova-italic arialnova-light arialnova-lightitalic arialnovacond arialnovacond-bold
            arialnovacond-bolditalic arialnovacond-italic arialnovacond-light arialnovacond-lightitalic ariblk
            artrbdo artro bahnschrift browa browab browai browau browaub browaui browauz browaz calibri calibrib
            calibrii calibril calibrili calibriz cambriab cambriai cambriaz candara candarab candarai candaral
            candarali candaraz comic comicbd comici comicz consola consolab consolai consolaz constan constanb
            constani constanz corbel corbelb corbeli corbell corbelli corbelz cordia cordiab cordiai cordiau
            cordiaub cordiaui cordiauz cordiaz cour courbd courbi couri daunpenh david davidbd davidtr deng
            dengb dengl dokchamp ebrima ebrimabd estre euphemia framd framdit frank gabriola gadugi gadugib
            gautami gautamib georgia georgiab georgiai georgiaz gisha gishabd himalaya holomdl2 impact inkfree
            iskpota iskpotab javatext kaiu kalinga kalingab kartika kartikab khmerui khmeruib kokila kokilab
            kokilabi kokilai l_10646 laoui laouib latha lathab leelauib leelawad leelawdb leelawui leeluisl
            lsans lsansd lsansdi lsansi lucon lvnm lvnmbd majalla majallab malgun malgunbd malgunsl mangal
            mangalb marlett micross mmrtext mmrtextb monbaiti moolbor mriam mriamc mriamfx mriamtr msjh msjhbd
            msuighub msuighur msyh msyhbd msyi mvboli nirmala nirmalab nirmalas nrkis ntailu ntailub nyala pala
            palab palabi palai phagspa phagspab plantc raavi raavib rod rodtr sanskr segmdl2 segoeicons segoepr
            segoeprb segoesc segoescb segoeui segoeuib segoeuii segoeuil segoeuisl segoeuiz seguibl seguibli
            seguiemj seguihis seguili seguisb seguisbi seguisli seguisym seguivar shonar shonarb shruti shrutib
            simfang simhei simkai simpbdo simpfxo simpo simsunb simsunextg sitkavf sitkavf-italic sylfaen symbol
            tahoma tahomabd taile taileb times timesbd timesbi timesi tradbdo trado trebuc trebucbd trebucbi
            trebucit tunga tungab upcdb upcdbi upcdi upcdl upceb upcebi upcei upcel upcfb upcfbi upcfi upcfl
            upcib upcibi upcii upcil upcjb upcjbi upcji upcjl upckb upckbi upcki upckl upclb upclbi upcli upcll
            urdtype urdtypeb utsaah utsaahb utsaahbi utsaahi vani vanib verdana verdanab verdanai verdanaz
            vijaya vijayab vrinda vrindab webdings wingding wst_czec wst_engl wst_fren wst_germ wst_ital
            wst_span wst_swed yumin yumindb yuminl
            """;

    /** Same pages. */
    private static final String WINDOWS_TTC = """
            angsana batang biz-udgothicb biz-udgothicr biz-udminchom browalia cambria cordia gulim meiryo
            meiryob mingliu mingliub msgothic msjh msjhbd msjhl msmincho msyh msyhbd msyhl nirmala simsun sitka
            sitkab sitkai sitkaz uddigikyokashon-b uddigikyokashon-r yugothb yugothl yugothm yugothr
            """;

    private static final Set<String> OF_WINDOWS = Stream.concat(names(WINDOWS_TTF, ".ttf"), names(WINDOWS_TTC, ".ttc"))
            .collect(Collectors.toUnmodifiableSet());

    private static Stream<String> names(String stems, String ending) {
        return Stream.of(stems.strip().split("\\s+", -1)).map(stem -> stem + ending);
    }

    @Override
    public String name() {
        return "fonts";
    }

    /** MS docs: fonts installed for one user, since Windows 10 1809. */
    @Override
    public List<Place> ofUser(UserHome user) {
        return user.in(KnownFolder.LOCAL, "Microsoft\\Windows\\Fonts", name());
    }

    @Override
    public List<Place> ofMachine(MachineHome machine) {
        List<Place> places = new ArrayList<>();
        String folder = WindowsPath.child(machine.windowsFolder(), "Fonts");
        for (String ending : ENDINGS) {
            places.add(Place.of(name(), Optional.empty(), folder + "\\*" + ending, Origin.FOUND)
                    .except(OF_WINDOWS)
                    .advising(Optional.of(Message.of("userdata.advice.fonts"))));
        }
        return places;
    }
}
