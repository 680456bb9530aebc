package org.mingzhang.structure.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.structure.metadata.Kind.Genre;
import org.mingzhang.structure.metadata.Kind.Scope;

/**
 * Finds the kind of disclosure. The genre comes from the title, the headings of the main body or
 * the file name: accounts contain whole evaluations as annexes, so an evaluation is one only where
 * there are no accounts. Department or unit comes from the title, the labels of the cover, the
 * words used throughout, the file name, and last from what kind of body it is.
 */
final class CategoryRules {
  private static final Pattern ACCOUNTS =
      Pattern.compile("决算(?:情况)?说明|(?:部门|单位)决算情况|收入支出决算|收支决算|决算(?:公开)?(?:报)?表|决算总体情况|决算收支");

  private static final Pattern BUDGETS =
      Pattern.compile(
          "预算(?:编制|安排|收支)?(?:情况)?说明|收支预算|预算总表|收支总(?:体情况)?表|预算(?:公开)?表|预算安排情况|预算总体情况|预算拨款安排");

  private static final Pattern WHOLE = Pattern.compile("整体支出|整体绩效|部门整体");
  private static final Pattern PROJECT = Pattern.compile("项目支出绩效|项目绩效|^项目名称|^项目概况|专项资金");
  private static final Pattern EVALUATED = Pattern.compile("绩效(?:自评|评价|情况|目标完成)");

  private static final Pattern SCOPE =
      Pattern.compile(
          "(?<scope>部门|单位|本级)(?:20\\d\\d年度?)?(?:财政拨款|财务)?(?:收支|收入|支出)?(?:总体)?(?:决算|预算)"
              + "(?!支出经济|管理|公开工作|绩效|改革|法|编制范围)|^[一二三]、(?<head>部门|单位)(?:主要|基本|概况|职责|机构)");

  private static final Pattern GOVERNMENT =
      Pattern.compile(
          "(?<!人民)政府(?:决算|预算)(?:报告|草案|公开|表)|举借(?:政府)?债务情况|债务限额|税收返还和转移支付"
              + "|转移支付(?:执行|安排)情况|财政收支(?:决算|执行)情况|全[省市县区州旗镇乡](?:本级)?一般公共预算(?:收入|支出)");

  /** The category; null where nothing decides. */
  @Nullable Claim<Category> decide(
      DocumentWords words,
      @Nullable Claim<Title> title,
      Title fileName,
      @Nullable AgencyType type) {
    Claim<Kind> kind = genre(words, title, fileName);
    if (kind == null) {
      return null;
    }
    Kind known = kind.value();
    if (known.genre() == Genre.EVALUATION) {
      Category which = evaluation(words);
      return which == null ? null : kind.as(which);
    }
    if (known.scope() == Scope.UNKNOWN && known.category() == null) {
      Claim<Scope> scope = scope(words, fileName, type, kind);
      Category category = scope == null ? null : known.with(scope.value()).category();
      return scope == null || category == null
          ? null
          : new Claim<>(
              category,
              kind.rule() + "+" + scope.rule(),
              kind.quote() + " | " + scope.quote(),
              kind.page());
    }
    Category category = known.category();
    return category == null ? null : kind.as(category);
  }

  private static @Nullable Claim<Kind> genre(
      DocumentWords words, @Nullable Claim<Title> title, Title fileName) {
    if (title != null && title.value().kind() != null) {
      return title.as(title.value().kind());
    }
    Claim<Kind> body = body(words);
    if (body != null) {
      return body;
    }
    return fileName.kind() == null
        ? null
        : new Claim<>(fileName.kind(), "file-name", fileName.text(), 0);
  }

  /** What the headings of the main body, or lines that look like them, are about. */
  private static @Nullable Claim<Kind> body(DocumentWords words) {
    List<Line> heads = words.headings().isEmpty() ? words.lines() : words.headings();
    Claim<Kind> accounts = first(heads, ACCOUNTS, Genre.FINAL_ACCOUNTS);
    Claim<Kind> budget = first(heads, BUDGETS, Genre.BUDGET);
    if (accounts != null || budget != null) {
      return accounts != null ? accounts : budget;
    }
    Claim<Kind> evaluation = first(heads, EVALUATED, Genre.EVALUATION);
    Claim<Kind> whole = first(heads, WHOLE, Genre.WHOLE_EVALUATION);
    if (whole != null && evaluation != null) {
      return whole;
    }
    return evaluation != null ? evaluation : first(shortLines(words), EVALUATED, Genre.EVALUATION);
  }

  private static List<Line> shortLines(DocumentWords words) {
    return words.lines().stream().filter(l -> l.text().length() <= 40).toList();
  }

  private static @Nullable Claim<Kind> first(List<Line> lines, Pattern pattern, Genre genre) {
    for (Line line : lines) {
      if (line.text().length() <= 60 && pattern.matcher(line.text()).find()) {
        return new Claim<>(
            new Kind(genre, Scope.UNKNOWN, 0, 0), "body-heading", line.text(), line.page());
      }
    }
    return null;
  }

  private static @Nullable Category evaluation(DocumentWords words) {
    List<Line> lines = shortLines(words);
    long whole = lines.stream().filter(l -> WHOLE.matcher(l.text()).find()).count();
    long project = lines.stream().filter(l -> PROJECT.matcher(l.text()).find()).count();
    if (whole == project) {
      return null;
    }
    return whole > project ? Category.DEPARTMENT_SELF_EVALUATION : Category.PROJECT_SELF_EVALUATION;
  }

  /** What only a government as a whole reports: its debts, its transfers, the revenue of all. */
  private static @Nullable Claim<Scope> whole(List<Line> lines) {
    Line first = null;
    Set<String> matters = new HashSet<>();
    for (Line line : lines) {
      Matcher matter = GOVERNMENT.matcher(line.text());
      if (matter.find()) {
        first = first == null ? line : first;
        matters.add(matter.group().substring(0, 2));
      }
    }
    return first == null || matters.size() < 2
        ? null
        : new Claim<>(Scope.GOVERNMENT, "matters-of-government", first.text(), first.page());
  }

  private static @Nullable Claim<Scope> scope(
      DocumentWords words, Title fileName, @Nullable AgencyType type, Claim<Kind> kind) {
    Claim<Scope> government = whole(words.lines());
    if (government != null) {
      return government;
    }
    for (Line line : words.cover()) {
      Scope labelled =
          AgencyLabels.isLabelled(line.text()) ? AgencyLabels.scope(line.text()) : Scope.UNKNOWN;
      if (labelled != Scope.UNKNOWN) {
        return new Claim<>(labelled, "label", line.text(), line.page());
      }
    }
    Claim<Scope> counted = counted(words.headings(), "headings");
    if (counted == null) {
      counted = counted(words.lines(), "words-used");
    }
    if (counted != null) {
      return counted;
    }
    Kind named = fileName.kind();
    if (named != null && named.genre() == kind.value().genre() && named.scope() != Scope.UNKNOWN) {
      return new Claim<>(named.scope(), "file-name", fileName.text(), 0);
    }
    Claim<Scope> itself = itself(words.lines());
    if (itself != null) {
      return itself;
    }
    return type == null ? null : new Claim<>(usual(type), "kind-of-body", type.label(), 0);
  }

  /** Tables that are all said to be of the body itself, 部门：某局本级, are accounts of one unit. */
  private static @Nullable Claim<Scope> itself(List<Line> lines) {
    Line first = null;
    for (Line line : lines) {
      AgencyName name =
          AgencyLabels.isLabelled(line.text())
              ? AgencyLabels.read(line).map(Claim::value).orElse(null)
              : null;
      if (name != null && name.endsAsOrgan() && name.scope() != Scope.UNIT) {
        return null;
      }
      first = first == null && name != null && name.scope() == Scope.UNIT ? line : first;
    }
    return first == null ? null : new Claim<>(Scope.UNIT, "label", first.text(), first.page());
  }

  private static @Nullable Claim<Scope> counted(List<Line> lines, String rule) {
    int department = 0;
    int unit = 0;
    for (Line line : lines) {
      Matcher scope = SCOPE.matcher(line.text());
      while (scope.find()) {
        String word = scope.group("scope") == null ? scope.group("head") : scope.group("scope");
        if ("部门".equals(word)) {
          department++;
        } else {
          unit++;
        }
      }
    }
    if (department == unit) {
      return null;
    }
    Scope more = department > unit ? Scope.DEPARTMENT : Scope.UNIT;
    return 2 * Math.max(department, unit) < 3 * Math.min(department, unit)
        ? null
        : new Claim<>(more, rule, "部门 " + department + " · 单位 " + unit, 0);
  }

  /** Schools, hospitals and institutions are units of a department; the others are departments. */
  private static Scope usual(AgencyType type) {
    return switch (type) {
      case SCHOOL, HOSPITAL, INSTITUTION -> Scope.UNIT;
      case GOVERNMENT_AS_WHOLE -> Scope.GOVERNMENT;
      default -> Scope.DEPARTMENT;
    };
  }
}
