package org.mingzhang.invented;

import java.util.List;

/**
 * An invented document before it is written in some format.
 *
 * @param title title on the first page
 * @param parts paragraphs (strings) and sheets, in order
 */
record Draft(String title, List<Object> parts) {}
