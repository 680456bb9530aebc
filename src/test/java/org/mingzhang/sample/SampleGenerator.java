package org.mingzhang.sample;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Margin;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mingzhang.sample.Accounts.Item;
import org.mingzhang.sample.Accounts.Outcome;
import org.mingzhang.sample.OtherDisclosures.Report;

/**
 * Writes {@code samples/}: invented disclosures of the invented 示例省样本市, in several formats. Run its
 * main method from the project's root after a change; the PDFs need Chromium.
 */
public final class SampleGenerator {
  private final Path folder;

  private SampleGenerator(Path folder) {
    this.folder = folder;
  }

  /** Writes all samples into the folder named, {@code samples} by default. */
  public static void main(String[] args) throws IOException {
    new SampleGenerator(Path.of(args.length > 0 ? args[0] : "samples")).write();
  }

  private void write() throws IOException {
    Files.createDirectories(folder);
    SampleDocument culture =
        new FinalAccounts(culture(2024), Map.of("完成年初预算的94.2%", "完成年初预算的98.2%")).write();
    SampleDocument cultureBefore = new FinalAccounts(culture(2023), Map.of()).write();
    SampleDocument education =
        new FinalAccounts(education(), Map.of("政府采购服务支出21.60万元", "政府采购服务支出12.60万元")).write();
    SampleDocument union = new FinalAccounts(union(), Map.of()).write();
    SampleDocument finance = new FinalAccounts(finance(), Map.of()).write();
    SampleDocument budget = OtherDisclosures.budget(health());
    pdf("样本市东岸区文化和旅游局2024年度部门决算.pdf", culture);
    pdf("样本市东岸区卫生健康局2025年部门预算.pdf", budget);
    bytes("样本市东岸区文化和旅游局2023年度部门决算.docx", OfficeForm.word(cultureBefore));
    selfEvaluations();
    bytes("样本市西岭县财政局2024年度部门决算表.xlsx", OfficeForm.workbook(finance));
    Files.writeString(folder.resolve("样本市西岭县教育局2024年度部门决算.html"), HtmlForm.write(education));
    Files.writeString(folder.resolve("样本市西岭县总工会2024年度部门决算.txt"), TextForm.write(union));
  }

  /** The first gives one row full points though its target was missed; the others are in order. */
  private void selfEvaluations() throws IOException {
    selfEvaluation(
        "样本市东岸区总工会",
        2024,
        new Report(
            "286.40",
            "271.10",
            "94.7%",
            List.of("34家", "612人次", "97%", "100%", "96%", "93%"),
            List.of("20", "15", "15", "10", "17", "10"),
            "个别人员信息更新不及时",
            "96"));
    selfEvaluation(
        "样本市东岸区总工会",
        2023,
        new Report(
            "270.00",
            "270.00",
            "100%",
            List.of("31家", "860人次", "96%", "100%", "98%", "91%"),
            List.of("20", "15", "15", "10", "20", "10"),
            "无",
            "100"));
    selfEvaluation(
        "样本市西岭县总工会",
        2024,
        new Report(
            "150.00",
            "150.00",
            "100%",
            List.of("24家", "905人次", "98%", "100%", "95%", "95%"),
            List.of("16", "15", "15", "10", "18", "10"),
            "边远乡镇走访不够",
            "94"));
  }

  private void selfEvaluation(String agency, int year, Report report) throws IOException {
    bytes(
        agency + year + "年度绩效自评.docx",
        OfficeForm.word(OtherDisclosures.selfEvaluation(agency, year, report)));
  }

  private void bytes(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  private void pdf(String name, SampleDocument sample) throws IOException {
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
      Page page = browser.newPage();
      page.setContent(HtmlForm.write(sample));
      bytes(
          name,
          page.pdf(
              new Page.PdfOptions()
                  .setFormat("A4")
                  .setDisplayHeaderFooter(true)
                  .setHeaderTemplate("<span></span>")
                  .setFooterTemplate(
                      "<div style=\"font-size:9pt;width:100%;text-align:center\">— <span"
                          + " class=\"pageNumber\"></span> —</div>")
                  .setMargin(
                      new Margin()
                          .setTop("25mm")
                          .setBottom("25mm")
                          .setLeft("28mm")
                          .setRight("26mm"))));
    }
  }

  private static Item item(
      String code, String kind, String group, String name, String budget, String spent) {
    return new Item(code, kind, group, name, Outcome.of(budget, spent));
  }

  private static Accounts culture(int year) {
    boolean later = year == 2024;
    return new Accounts(
        "样本市东岸区文化和旅游局",
        "区",
        year,
        new BigDecimal(later ? "1262.35" : "1218.80"),
        List.of(
            item(
                "2070101",
                "文化旅游体育与传媒支出",
                "文化和旅游",
                "行政运行",
                later ? "612.40" : "598.00",
                later ? "604.18" : "590.25"),
            item(
                "2070104",
                "文化旅游体育与传媒支出",
                "文化和旅游",
                "图书馆",
                later ? "338.00" : "322.00",
                later ? "318.40" : "310.90"),
            item(
                "2080505",
                "社会保障和就业支出",
                "行政事业单位养老支出",
                "机关事业单位基本养老保险缴费支出",
                "92.10",
                later ? "91.77" : "90.40"),
            item("2210201", "住房保障支出", "住房改革支出", "住房公积金", "270.80", later ? "263.05" : "270.80")),
        new BigDecimal(later ? "781.60" : "770.15"),
        new BigDecimal("118.42"),
        Outcome.of("6.00", later ? "5.12" : "5.60"),
        Outcome.of("2.40", later ? "0.86" : "1.95"),
        new BigDecimal("32.18"),
        new BigDecimal("47.50"));
  }

  private static Accounts education() {
    return new Accounts(
        "样本市西岭县教育局",
        "县",
        2024,
        new BigDecimal("8120.00"),
        List.of(
            item("2050101", "教育支出", "教育管理事务", "行政运行", "930.00", "918.22"),
            item("2050202", "教育支出", "普通教育", "小学教育", "4210.00", "4388.61"),
            item("2050203", "教育支出", "普通教育", "初中教育", "2650.00", "2587.94"),
            item("2101102", "卫生健康支出", "行政事业单位医疗", "事业单位医疗", "402.00", "396.35")),
        new BigDecimal("7120.45"),
        new BigDecimal("405.30"),
        Outcome.of("9.00", "8.74"),
        Outcome.of("3.20", "2.05"),
        new BigDecimal("58.40"),
        new BigDecimal("21.60"));
  }

  private static Accounts union() {
    return new Accounts(
        "样本市西岭县总工会",
        "县",
        2024,
        new BigDecimal("206.12"),
        List.of(
            item("2012901", "一般公共服务支出", "群众团体事务", "行政运行", "128.00", "126.45"),
            item("2012906", "一般公共服务支出", "群众团体事务", "工会事务", "60.00", "58.80"),
            item("2210201", "住房保障支出", "住房改革支出", "住房公积金", "12.40", "12.40")),
        new BigDecimal("128.90"),
        new BigDecimal("9.95"),
        Outcome.of("2.00", "1.87"),
        Outcome.of("0.50", "0.00"),
        new BigDecimal("1.20"),
        new BigDecimal("3.40"));
  }

  private static Accounts finance() {
    return new Accounts(
        "样本市西岭县财政局",
        "县",
        2024,
        new BigDecimal("1540.70"),
        List.of(
            item("2010601", "一般公共服务支出", "财政事务", "行政运行", "880.00", "874.20"),
            item("2010605", "一般公共服务支出", "财政事务", "财政国库业务", "310.00", "305.16"),
            item("2080505", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出", "140.00", "138.92"),
            item("2210201", "住房保障支出", "住房改革支出", "住房公积金", "175.00", "174.30")),
        new BigDecimal("1105.00"),
        new BigDecimal("131.60"),
        Outcome.of("4.50", "4.12"),
        Outcome.of("1.80", "0.96"),
        new BigDecimal("40.00"),
        new BigDecimal("66.00"));
  }

  private static Accounts health() {
    return new Accounts(
        "样本市东岸区卫生健康局",
        "区",
        2025,
        new BigDecimal("5390.00"),
        List.of(
            item("2100101", "卫生健康支出", "卫生健康管理事务", "行政运行", "742.50", "742.50"),
            item("2100301", "卫生健康支出", "基层医疗卫生机构", "城市社区卫生机构", "3105.20", "3105.20"),
            item("2100408", "卫生健康支出", "公共卫生", "基本公共卫生服务", "1498.00", "1498.00"),
            item("2210201", "住房保障支出", "住房改革支出", "住房公积金", "212.30", "212.30")),
        new BigDecimal("3010.00"),
        new BigDecimal("166.80"),
        Outcome.of("8.00", "0"),
        Outcome.of("1.10", "0"),
        BigDecimal.TEN,
        BigDecimal.TEN);
  }
}
