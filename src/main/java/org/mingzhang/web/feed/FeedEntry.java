package org.mingzhang.web.feed;

import java.time.Instant;

/**
 * An entry of a feed.
 *
 * @param address its permanent address, also its id
 * @param title title
 * @param author publisher, may be empty
 * @param text summary in plain text
 * @param updated time of the last change
 */
record FeedEntry(String address, String title, String author, String text, Instant updated) {}
