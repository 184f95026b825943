package energy.optibid.exports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.exports.domain.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Read back with Apache POI, which shares no code with the writer. */
class XlsxTablesTest {
  @Test
  void pricesOfADayOf25Hours() throws IOException {
    try (XSSFWorkbook book = read(SampleRun.of("2025-10-26").prices())) {
      XSSFSheet sheet = book.getSheet("prices");
      assertEquals(200, sheet.getLastRowNum());
      assertEquals("starts_at_utc", sheet.getRow(0).getCell(3).getStringCellValue());
      Row last = sheet.getRow(100);
      assertEquals("gme-mgp", last.getCell(0).getStringCellValue());
      assertEquals(
          LocalDateTime.parse("2025-10-26T00:00"), last.getCell(1).getLocalDateTimeCellValue());
      assertEquals(100, last.getCell(2).getNumericCellValue());
      assertEquals(
          LocalDateTime.parse("2025-10-26T22:45"), last.getCell(3).getLocalDateTimeCellValue());
      assertEquals("2025-10-26T23:45:00+01:00", last.getCell(4).getStringCellValue());
      assertEquals(new BigDecimal("-100.0001"), raw(last, 7));
      assertEquals(new BigDecimal("0.02500"), raw(last, 11));
    }
  }

  @Test
  void eighteenDigits_standInTheFile() throws IOException {
    try (XSSFWorkbook book = read(SampleRun.of("2025-06-02").flows())) {
      Row third = book.getSheet("flows").getRow(3);
      assertEquals(new BigDecimal("999999999.123456789"), raw(third, 9));
      assertTrue(third.getCell(11).getBooleanCellValue());
    }
  }

  @Test
  void aNameThatIsAFormula_isATextCell() throws IOException {
    try (XSSFWorkbook book = read(SampleRun.of("2025-06-02").awards())) {
      Row award = book.getSheet("awards").getRow(1);
      assertEquals(CellType.STRING, award.getCell(7).getCellType());
      assertEquals(SampleRun.ILL_NAME, award.getCell(7).getStringCellValue());
      award.forEach(cell -> assertFalse(((XSSFCell) cell).getCTCell().isSetF()));
    }
  }

  @Test
  void manyRows_areFlushedAsTheyCome() throws IOException {
    try (XSSFWorkbook book = read(SampleRun.many(12_345))) {
      assertEquals(12_345, book.getSheet("prices").getLastRowNum());
    }
    try (XSSFWorkbook book = read(SampleRun.empty())) {
      assertEquals(0, book.getSheet("prices").getLastRowNum());
    }
  }

  private static XSSFWorkbook read(Table table) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(SampleRun.write(new XlsxTables(), table)));
  }

  /** The digits of a number as they stand in the file; a double would have lost some. */
  private static BigDecimal raw(Row row, int column) {
    return new BigDecimal(((XSSFCell) row.getCell(column)).getCTCell().getV());
  }
}
