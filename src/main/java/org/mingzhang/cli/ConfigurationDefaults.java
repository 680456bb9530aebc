package org.mingzhang.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values of options that the command line does not give: from the environment ({@code
 * MINGZHANG_PUBLIC_URL} for {@code --public-url}), then the configuration file ({@code
 * public-url=…}), then the option's own default.
 */
public final class ConfigurationDefaults implements IDefaultValueProvider {
  private final Map<String, String> environment;
  private final Properties fileProperties;

  /** Creates defaults from an environment and the content of a configuration file. */
  public ConfigurationDefaults(Map<String, String> environment, Properties fileProperties) {
    this.environment = environment;
    this.fileProperties = fileProperties;
  }

  /**
   * Reads the file that {@code MINGZHANG_CONFIG} names, in UTF-8; if the variable is not set,
   * {@code mingzhang.properties} in the working folder if there is one.
   *
   * @throws IOException if the file does not exist although the variable names it, or cannot be
   *     read
   */
  public static ConfigurationDefaults load(Map<String, String> environment) throws IOException {
    String named = environment.get("MINGZHANG_CONFIG");
    Path file = Path.of(named == null ? "mingzhang.properties" : named);
    Properties properties = new Properties();
    if (named != null || Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    return new ConfigurationDefaults(environment, properties);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String key = option.longestName().replaceFirst("^-+", "");
    if (key.equals("help") || key.equals("version")) {
      return null;
    }
    String variable = "MINGZHANG_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    String value = environment.get(variable);
    return value != null ? value : fileProperties.getProperty(key);
  }
}
