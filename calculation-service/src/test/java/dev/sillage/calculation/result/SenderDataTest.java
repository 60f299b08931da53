package dev.sillage.calculation.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SenderDataTest {

    private static String kept(String data) throws Exception {
        return String.valueOf(SenderData.of(data.getBytes(UTF_8)));
    }

    @Test
    void labelsAndSpaceAreLeftOut() throws Exception {
        String data = " { \"labels\": {\"team\": \"a\"},\n \"provider\": \"openai\", \"inputTokens\": 9 } ";

        assertThat(kept(data)).isEqualTo("{\"provider\":\"openai\",\"inputTokens\":9}");
    }

    @Test
    void labelsAreLeftOutHoweverTheyAreSpelled() throws Exception {
        assertThat(kept("{\"l\\u0061bels\":{\"team\":\"a\"},\"hours\":1}")).isEqualTo("{\"hours\":1}");
    }

    @Test
    void aNumberKeepsItsDigits() throws Exception {
        String data = "{\"a\":1.2300,\"b\":1E-7,\"c\":12345678901234567890,\"d\":0.1234567890123456789012345}";

        assertThat(kept(data)).isEqualTo(data);
    }

    @Test
    void nestedMembersAndTextsAreCopied() throws Exception {
        String data =
                "{\"devices\":{\"laptop\":0.5,\"phone\":[1,{\"x\":null}]},\"model\":\"é \\\"q\\\"\",\"spam\":true}";

        assertThat(kept(data)).isEqualTo(data);
    }

    @Test
    void aTextTooLargeToKeepIsNotKept() throws Exception {
        String data = "{\"model\":\"" + "m".repeat(8 * 1024) + "\"}";

        assertThat(SenderData.of(data.getBytes(UTF_8))).isNull();
    }
}
