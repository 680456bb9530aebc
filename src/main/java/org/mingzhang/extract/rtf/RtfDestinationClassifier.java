package org.mingzhang.extract.rtf;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.rtf.RtfState.TextDestination;

/**
 * Classifies the control words that open destinations (RTF 1.9.1): where the text of their group
 * goes.
 */
final class RtfDestinationClassifier {
  /** Destinations whose text is not shown. */
  private static final Set<String> HIDDEN_DESTINATIONS =
      Set.of(
          "colortbl",
          "filetbl",
          "listtable",
          "listoverridetable",
          "revtbl",
          "rsidtbl",
          "info",
          "pict",
          "nonshppict",
          "object",
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "footnote",
          "annotation",
          "xe",
          "tc",
          "tcn",
          "pgdsc",
          "upr",
          "private",
          "comment",
          "doccomm",
          "keywords",
          "company",
          "operator",
          "creatim",
          "revtim",
          "printim",
          "sp",
          "sn",
          "sv",
          "bkmkstart",
          "bkmkend",
          "nesttableprops");

  /** Destinations marked as optional ({@code \*}) whose text is shown nevertheless. */
  private static final Set<String> SHOWN_DESTINATIONS = Set.of("shpinst", "shptxt", "ud");

  private RtfDestinationClassifier() {}

  /** The target of the text after a control word, or null if the word opens no destination. */
  static @Nullable TextDestination targetOf(String word) {
    return switch (word) {
      case "fonttbl" -> TextDestination.FONTS;
      case "stylesheet" -> TextDestination.STYLES;
      case "listtext", "pntext" -> TextDestination.LABEL;
      case "fldinst" -> TextDestination.INSTRUCTION;
      case "title" -> TextDestination.TITLE;
      case "author" -> TextDestination.AUTHOR;
      default -> HIDDEN_DESTINATIONS.contains(word) ? TextDestination.DISCARDED : null;
    };
  }

  /** Whether the text of an optional destination is shown; all others are skipped. */
  static boolean isShownOptionalDestination(String word) {
    return SHOWN_DESTINATIONS.contains(word);
  }
}
