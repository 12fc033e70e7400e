package io.fieldstick.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayWidthTest {
    @Test
    void aChineseCharacterTakesTwoColumnsAndALatinLetterOne() {
        assertThat(DisplayWidth.of("搜狗 Sogou")).isEqualTo(10);
        assertThat(DisplayWidth.of("（，。）")).isEqualTo(8);
        assertThat(DisplayWidth.of("\uD840\uDC00"))
                .as("a character beyond the first plane")
                .isEqualTo(2);
    }

    @Test
    void theBordersOfAWideRunAreWideAndTheirNeighboursAreNot() {
        assertThat(DisplayWidth.of(0x10FF)).isEqualTo(1);
        assertThat(DisplayWidth.of(0x1100)).isEqualTo(2);
        assertThat(DisplayWidth.of(0x115F)).isEqualTo(2);
        assertThat(DisplayWidth.of(0xFF60)).isEqualTo(2);
        assertThat(DisplayWidth.of(0xFF61)).as("halfwidth katakana").isEqualTo(1);
    }

    @Test
    void aMarkThatSitsOnALetterTakesNoColumn() {
        assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
        assertThat(DisplayWidth.of("\u200B")).isZero();
    }

    @Test
    void paddingCountsColumnsNotCharacters() {
        assertThat(DisplayWidth.padded("财务", 6)).isEqualTo("财务  ");
        assertThat(DisplayWidth.padded("财务部", 4)).isEqualTo("财务部");
    }

    @Test
    void whatWouldMoveTheCursorOrTurnTheLineAroundIsShownAsItsCode() {
        assertThat(VisibleText.of("a\u001B[2Jb\u202Etxt.exe\u2066\n"))
                .isEqualTo("a<U+001B>[2Jb<U+202E>txt.exe<U+2066><U+000A>");
        assertThat(VisibleText.of("\uD800")).isEqualTo("<U+D800>");
        assertThat(VisibleText.of("\t名")).isEqualTo("    名");
    }
}
