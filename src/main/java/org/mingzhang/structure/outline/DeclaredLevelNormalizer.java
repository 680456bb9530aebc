package org.mingzhang.structure.outline;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Normalizes declared heading levels so that the outermost level is 1; the headings of a page that
 * uses only h2, for example, become top-level. Levels of numbered headings and standard titles are
 * kept. Default sheet names of spreadsheets are dropped.
 */
final class DeclaredLevelNormalizer {
  private static final Pattern DEFAULT_SHEET_NAME =
      Pattern.compile("(?:sheet|工作表|表)\\s*\\d{1,2}", Pattern.CASE_INSENSITIVE);

  private DeclaredLevelNormalizer() {}

  /** Returns the candidates with normalized levels, without those that are default sheet names. */
  static List<HeadingCandidate> normalize(List<HeadingCandidate> found) {
    int outermost =
        found.stream()
            .mapToInt(HeadingCandidate::declaredLevel)
            .filter(level -> level > 0)
            .min()
            .orElse(1);
    return found.stream()
        .filter(
            c ->
                !(isHeadingByDeclarationOnly(c)
                    && DEFAULT_SHEET_NAME.matcher(c.title().text()).matches()))
        .map(
            c ->
                isHeadingByDeclarationOnly(c)
                    ? c.withDeclaredLevel(c.declaredLevel() - outermost + 1)
                    : c)
        .toList();
  }

  private static boolean isHeadingByDeclarationOnly(HeadingCandidate headingCandidate) {
    return headingCandidate.style() == NumeralStyle.NONE
        && headingCandidate.outlinePosition() == null
        && headingCandidate.declaredLevel() > 0;
  }
}
