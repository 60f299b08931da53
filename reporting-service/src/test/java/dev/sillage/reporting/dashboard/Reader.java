package dev.sillage.reporting.dashboard;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a browser, a language and a taste for light or dark. */
final class Reader implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Reader(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onDialog(dialog -> {
            complaints.add("a script of a sender ran");
            dialog.dismiss();
        });
    }

    static Reader of(Chromium chromium, String locale, ColorScheme scheme, int width) {
        return new Reader(chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setTimezoneId("Europe/Paris")
                        .setColorScheme(scheme)
                        .setViewportSize(width, 900)));
    }

    static Reader of(Chromium chromium, String locale) {
        return of(chromium, locale, ColorScheme.LIGHT, 1280);
    }

    Reader open(String address) {
        page.navigate(address);
        return this;
    }

    Page page() {
        return page;
    }

    Locator tile(String id) {
        return page.locator("#tile-" + id + " .value");
    }

    Locator bars() {
        return page.locator("#breakdown button.bar");
    }

    Locator bar(String name) {
        return bars().filter(new Locator.FilterOptions().setHasText(name));
    }

    Locator chips() {
        return page.locator("#filters .chip");
    }

    Locator contact() {
        return page.locator("#contact");
    }

    /** Presses the button that pauses, or goes on. */
    void pause() {
        page.locator("#pause").click();
    }

    Locator notice() {
        return page.locator("#notices");
    }

    /**
     * What axe finds wrong, once nothing moves any more: figures that fade in have too little contrast for as long as
     * they fade.
     */
    List<Rule> violations() {
        page.waitForFunction("document.getAnimations().length === 0");
        return new AxeBuilder(page).analyze().getViolations();
    }

    /** Errors of scripts and violations of the policy so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
