package org.mingzhang.web.feed;

import java.time.Instant;

/**
 * An entry of a feed.
 *
 * @param id its permanent id, a URL; does not change if the address of the entry does
 * @param address address of the place
 * @param title title
 * @param author publisher, may be empty
 * @param text summary in plain text
 * @param updated time of the last change
 */
record FeedEntry(
    String id, String address, String title, String author, String text, Instant updated) {}
