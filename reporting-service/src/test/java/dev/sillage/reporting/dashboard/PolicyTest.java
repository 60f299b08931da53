package dev.sillage.reporting.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sillage.reporting.platform.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class PolicyTest {

    @Test
    void thePageRunsAndLoadsOnlyWhatIsItsOwn() {
        given().get("/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'self';"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("same-origin"));
    }

    @Test
    void theMarkupHasNoScriptAndNoStyleOfItsOwn() {
        String page = given().get("/").asString();

        assertThat(page).contains("<script type=\"module\" src=\"/").doesNotContain("<style", " style=", " onclick");
        assertThat(page.split("<script", -1)).hasSize(2);
    }

    @Test
    void aChosenAppearanceArrivesWithThePage() {
        given().cookie(Theme.COOKIE, "dark").get("/").then().body(containsString("data-theme=\"dark\""));
    }

    @Test
    void aCookieThatWeDidNotSetChangesNothing() {
        given().cookie(Theme.COOKIE, "pink").get("/").then().body(containsString("data-theme=\"auto\""));
    }

    @Test
    void whatIsInTheAddressIsNeverInTheMarkup() {
        String page = given().queryParam("filter", "team:leaked")
                .queryParam("lang", "leaked")
                .get("/")
                .asString();

        assertThat(page).doesNotContain("leaked");
    }
}
