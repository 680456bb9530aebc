package org.mingzhang.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.mingzhang.model.Finding;

/**
 * A finding that a document makes together with another one.
 *
 * @param finding quotes the document; its other place is one of the other document
 * @param otherId permalink id of the place in the other document: of its section, or of the
 *     document where the section has none
 * @param otherTitle title of the other document
 */
public record CrossFinding(Finding finding, String otherId, String otherTitle) {
  /** What tells one list of such findings from another; empty for an empty list. */
  public static String mark(List<CrossFinding> findings) {
    String all =
        findings.stream()
            .map(
                f ->
                    String.join(
                        DocumentContext.GAP,
                        f.finding().rule(),
                        f.finding().section(),
                        f.finding().quote(),
                        f.finding().message(),
                        String.valueOf(f.finding().other()),
                        f.otherId(),
                        f.otherTitle()))
            .collect(Collectors.joining("\n"));
    return all.isEmpty() ? "" : findings.size() + "-" + Integer.toHexString(all.hashCode());
  }
}
