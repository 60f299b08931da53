package dev.sillage.reporting.signin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page, in English; other languages are in {@code messages/signin_<language>.properties}. */
@MessageBundle(value = "signin", locale = "en")
interface SignInWords {
    @Message("Sign in to Sillage")
    String title();

    @Message("This service shows figures to those who have a key with the scope read, or a token of your organisation.")
    String why();

    @Message("Key or token")
    String credential();

    @Message("It is kept in this browser until you close it or sign out, and sent to this service only.")
    String kept();

    @Message("Sign in")
    String submit();

    @Message("This credential is unknown, expired or revoked, or does not have the scope read.")
    String refused();
}
