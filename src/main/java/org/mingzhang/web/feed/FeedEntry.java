package org.mingzhang.web.feed;

import java.time.Instant;

/**
 * An entry of a feed.
 *
 * @param address its permanent address, also its id
 * @param title title
 * @param author who published it, may be empty
 * @param text what it says, plain text
 * @param updated when this came to be
 */
record FeedEntry(String address, String title, String author, String text, Instant updated) {}
