package org.mingzhang.web.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.mingzhang.web.render.Labels;

/**
 * Sentences on the changes of a comparison of amounts: how many amounts rose and fell, and the
 * largest changes.
 */
record ChangeSentenceBuilder(AmountComparer.AmountComparison answer, Labels labels) {

  /** A change with the label of its row. */
  private record LabeledChange(String label, YearChange change) {}

  List<String> buildSentences() {
    List<String> sentences = new ArrayList<>();
    Integer year = answer.table().changeYear();
    if (year == null) {
      return sentences;
    }
    if (answer.question().movement().isActive()) {
      sentences.add(describeFilter(year));
    }
    List<LabeledChange> moved = new ArrayList<>();
    for (ComparisonGrid.Row row : answer.table().grid().rows()) {
      if (row.change() != null) {
        moved.add(new LabeledChange(row.label(), Objects.requireNonNull(row.change())));
      }
    }
    if (!moved.isEmpty()) {
      sentences.add(describeCounts(year, moved));
      long stated = moved.stream().filter(m -> !m.change().isComputed()).count();
      if (stated > 0) {
        sentences.add(labels.format("compare.moved.stated", stated));
      }
      sentences.addAll(describeExtremes(moved));
      long fromZero = moved.stream().filter(m -> m.change().baseIsZero()).count();
      if (fromZero > 0) {
        sentences.add(labels.format("compare.moved.zero", fromZero));
      }
      long refuted = moved.stream().filter(m -> m.change().rateRefuted()).count();
      if (refuted > 0) {
        sentences.add(labels.format("compare.moved.refuted", refuted));
      }
    }
    return sentences;
  }

  private String describeFilter(int year) {
    ChangeFilter movement = answer.question().movement();
    String words =
        labels.format(
            "compare.narrowed." + movement.direction().id(),
            year,
            movement.by().toPlainString() + labels.text("compare.in." + movement.unit().id()),
            answer.table().grid().rows().size(),
            answer.unfilteredRowCount());
    return answer.undecidedRowCount() == 0
        ? words
        : words
            + labels.text(
                "compare.narrowed.unknown",
                answer.undecidedRowCount(),
                answer.unfilteredRowCount());
  }

  private String describeCounts(int year, List<LabeledChange> changes) {
    long rose = changes.stream().filter(m -> m.change().sign() > 0).count();
    long fell = changes.stream().filter(m -> m.change().sign() < 0).count();
    return labels.format("compare.moved.counts", year, rose, fell, changes.size() - rose - fell);
  }

  private List<String> describeExtremes(List<LabeledChange> changes) {
    List<String> sentences = new ArrayList<>();
    List<LabeledChange> measured =
        changes.stream()
            .filter(m -> m.change().yuan() != null && !m.change().baseIsZero())
            .sorted(Comparator.comparing(m -> Objects.requireNonNull(m.change().yuan())))
            .toList();
    if (!measured.isEmpty() && measured.getLast().change().sign() > 0) {
      sentences.add(describeChange("compare.moved.most", measured.getLast()));
    }
    if (!measured.isEmpty() && measured.getFirst().change().sign() < 0) {
      sentences.add(describeChange("compare.moved.least", measured.getFirst()));
    }
    return sentences;
  }

  private String describeChange(String key, LabeledChange labeledChange) {
    String amount = labels.money(labeledChange.change().amount());
    String rate = labeledChange.change().rate();
    return labels.text(
        key,
        labeledChange.label(),
        rate.isEmpty() ? amount : labels.text("compare.moved.rated", amount, rate));
  }
}
