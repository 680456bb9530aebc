package org.mingzhang.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;

/**
 * Pictures of pages: {@code ORIGIN FOLDER (NAME PATH WIDTH light|dark)…}; a width with {@code !}
 * takes the whole page.
 */
final class Screenshots {
  private Screenshots() {}

  /** Takes them. */
  public static void main(String[] args) {
    try (Playwright playwright = Playwright.create(Browsers.options());
        Browser browser = Browsers.launch(playwright)) {
      for (int i = 2; i + 3 < args.length; i += 4) {
        boolean whole = args[i + 2].endsWith("!");
        int width = Integer.parseInt(args[i + 2].replace("!", ""));
        try (BrowserContext context =
            browser.newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, width < 500 ? 844 : 900)
                    .setColorScheme(
                        ColorScheme.valueOf(args[i + 3].toUpperCase(java.util.Locale.ROOT))))) {
          Page page = context.newPage();
          page.navigate(args[0] + args[i + 1]);
          page.waitForTimeout(250);
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setPath(Path.of(args[1], args[i] + ".png"))
                  .setFullPage(whole));
        }
      }
    }
  }
}
