namespace DslNet.Data.Tests.Tables;

public sealed class CsvTests
{
    [Fact]
    public void Columns_have_the_types_of_their_cells()
    {
        Table table = Read("age, make ,sold,zip\n3.5,\"Volvo, V70\",2026-03-31,007\n,NA,2026-03-31T18:30,\n-1e3,Saab,,10115\n");

        Assert.Equal(["age", "make", "sold", "zip"], table.Columns.Select(column => column.Name));
        Assert.Equal([ColumnType.Number, ColumnType.Category, ColumnType.Date, ColumnType.Number], table.Columns.Select(column => column.Type));
        Assert.Equal([3.5, double.NaN, -1000], Enumerable.Range(0, 3).Select(table["age"].Number));
        Assert.Equal(["Volvo, V70", null, "Saab"], Enumerable.Range(0, 3).Select(table["make"].Text));
        Assert.Equal([new DateTime(2026, 3, 31), new DateTime(2026, 3, 31, 18, 30, 0), null], Enumerable.Range(0, 3).Select(table["sold"].Date));
        Assert.Equal(["007", null, "10115"], Enumerable.Range(0, 3).Select(table["zip"].Text));
        Assert.Equal("3 rows of age (Number, 1 missing), make (Category, 1 missing), sold (Date, 1 missing), zip (Number, 1 missing)", table.ToString());
    }

    [Theory]
    [InlineData("a;b\n1;2,5\n", "2,5")]
    [InlineData("a\tb\n1\tx y\n", "x y")]
    [InlineData("a|b\r\n1|\"say \"\"x\"\"\"\r\n", "say \"x\"")]
    [InlineData("\uFEFFa,b\n1,ü\n\n", "ü")]
    public void Separators_quotes_and_line_ends_are_found(string text, string second)
    {
        Table table = Read(text);

        Assert.Equal(["a", "b"], table.Columns.Select(column => column.Name));
        Assert.Equal(second, table["b"].Text(0));
        Assert.Equal(1, table.RowCount);
    }

    [Fact]
    public void A_column_that_turns_out_to_have_texts_keeps_its_numbers_as_they_were_written()
    {
        Table table = Read("zip\n007\n12\n\"\"\nA1\n");

        Assert.Equal(ColumnType.Category, table["zip"].Type);
        Assert.Equal(["007", "12", null, "A1"], Enumerable.Range(0, 4).Select(table["zip"].Text));
    }

    [Fact]
    public void A_cell_that_is_not_of_the_type_that_was_declared_is_named_with_file_line_and_column()
    {
        CsvOptions options = new() { Types = new Dictionary<string, ColumnType> { ["age"] = ColumnType.Number, ["sold"] = ColumnType.Date } };

        InvalidDataException number = Assert.Throws<InvalidDataException>(() => Read("make,age,sold\nSaab,3,2026-01-01\n\"two\nlines\",12x,2026-01-01\n", options));
        InvalidDataException date = Assert.Throws<InvalidDataException>(() => Read("make,age,sold\nSaab,3,31.3.2026\n", options));

        Assert.Equal("cars.csv, line 3, column 2 (age): \"12x\" is no number. Correct it, or leave the cell empty if it is missing.", number.Message);
        Assert.Equal("cars.csv, line 2, column 3 (sold): \"31.3.2026\" is no date. Write it as 2026-03-31 or 2026-03-31T18:30:00, or leave the cell empty if it is missing.", date.Message);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n", "cars.csv, line 3: the row has 1 cell, but there are 2 columns. Give each column a cell, and quote cells that have a separator in them.")]
    [InlineData("a,b\n1,2,3\n", "cars.csv, line 2: the row has 3 cells, but there are 2 columns. Give each column a cell, and quote cells that have a separator in them.")]
    [InlineData("a,a\n1,2\n", "cars.csv, line 1: columns 1 and 2 are both named a. Give each column a name of its own.")]
    [InlineData("a,\n1,2\n", "cars.csv, line 1, column 2 has no name. Give each column a name.")]
    [InlineData("a,b\n", "cars.csv has no rows. Let the names of the columns be the first line, and the rows follow.")]
    [InlineData("", "cars.csv is empty. Let the names of the columns be its first line.")]
    public void What_is_no_table_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Read(text)).Message);

    [Theory]
    [InlineData("x,y\n1,\"no\n2,yes\n3,no\n", 2)]
    [InlineData("x,y\r\n1,\"a\r\nb\"\r\n2,\"say \"\"no\r\n3,no\r\n", 4)]
    [InlineData("x,y\n\"1,2\n", 2)]
    [InlineData("\"x,y\n1,2\n", 1)]
    public void A_quote_that_does_not_end_is_refused_with_the_line_where_it_began(string text, int line) => Assert.Equal(
        $"cars.csv, line {line}: a quote begins here that does not end. Close it, or write a quote that is part of a cell twice, in a cell in quotes.",
        Assert.Throws<InvalidDataException>(() => Read(text)).Message);

    [Fact]
    public void A_row_that_is_too_long_is_refused_with_its_line()
    {
        string cell = string.Concat(Enumerable.Repeat("2,yes\n", 3_000_000));

        Assert.StartsWith("cars.csv, line 3: a quote begins here that does not end.", Assert.Throws<InvalidDataException>(() => Read("x,y\n1,no\n1,\"" + cell)).Message);
        Assert.StartsWith("cars.csv has a row behind line 2 that is too long to read.", Assert.Throws<InvalidDataException>(() => Read("x,y\n1,no\n1,\"" + cell + "\"\n")).Message);
    }

    [Fact]
    public void A_wrong_row_before_a_long_cell_in_quotes_is_what_is_reported() =>
        Assert.StartsWith("cars.csv, line 3: the row has 1 cell", Assert.Throws<InvalidDataException>(() => Read("x,y\n1,2\n3\n4,\"" + new string('z', 100_000) + "\"\n")).Message);

    [Fact]
    public void Empty_lines_are_no_rows_of_one_column_either()
    {
        Table table = Read("age\n1\n\n \n\"\"\n2\n\n");

        Assert.Equal([1, double.NaN, 2], Enumerable.Range(0, table.RowCount).Select(table["age"].Number));
    }

    [Fact]
    public void A_part_of_a_table_keeps_the_lines_of_its_file()
    {
        Table part = Read("age\n1\n2\nx\n").Select(2, 0);

        Assert.StartsWith("cars.csv, line 4, column 1 (age): \"x\" is no number.", Assert.Throws<InvalidDataException>(() => part["age"].Number(0)).Message);
        Assert.Equal(1, part["age"].Number(1));
    }

    [Fact]
    public void A_column_that_is_not_there_is_named_with_those_that_are()
    {
        Table table = Read("Age,km\n1,2\n");

        Assert.StartsWith("cars.csv has no column age. Write Age.", Assert.Throws<ArgumentException>(() => table["age"]).Message);
        Assert.StartsWith("cars.csv has no column make. It has Age, km.", Assert.Throws<ArgumentException>(() => table["make"]).Message);
    }

    private static Table Read(string text, CsvOptions? options = null) => Table.ReadCsv(new StringReader(text), "cars.csv", options);
}
