package energy.optibid.local;

import java.nio.file.Path;

/** A service that is one process. */
abstract class OneProcess implements LocalService {
  private final String name;
  private final ServerProcess process;

  /**
   * @param name as in {@code --with}
   * @param title what people call the program, for sentences
   * @param folder its own
   */
  OneProcess(String name, String title, Path folder) {
    this.name = name;
    this.process = new ServerProcess(title, folder);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final ServerProcess process() {
    return process;
  }

  @Override
  public final void close() {
    process.close();
  }
}
