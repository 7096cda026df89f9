namespace DslNet.Data.Tests.Tables;

public sealed class SplitTests
{
    private static readonly Table s_table = Table.ReadCsv(new StringReader(
        "id,class,patient,day\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},{(i % 10 == 0 ? "rare" : "usual")},p{i / 7},{i * 37 % 50}\n"))));

    public static TheoryData<string> Kinds => ["random", "stratified", "grouped", "time"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_row_is_in_one_part_and_keeps_its_order(string kind)
    {
        (Table train, Table test) = Split(kind, seed: 3);

        Assert.Equal(Enumerable.Range(0, 100), Ids(train).Concat(Ids(test)).Order());
        Assert.Equal(Ids(train).Order(), Ids(train));
        Assert.InRange(train.RowCount, 76, 84);
    }

    [Theory]
    [InlineData("random")]
    [InlineData("stratified")]
    [InlineData("grouped")]
    public void A_seed_decides_what_is_in_which_part(string kind)
    {
        Assert.Equal(Ids(Split(kind, seed: 3).Test), Ids(Split(kind, seed: 3).Test));
        Assert.NotEqual(Ids(Split(kind, seed: 3).Test), Ids(Split(kind, seed: 4).Test));
    }

    [Fact]
    public void A_stratified_split_keeps_the_share_of_each_category()
    {
        (Table train, Table test) = s_table.SplitStratified("class", 0.8, seed: 1);

        Assert.Equal(8, Count(train, "rare"));
        Assert.Equal(2, Count(test, "rare"));
        Assert.Equal(80, train.RowCount);
    }

    [Fact]
    public void A_grouped_split_never_divides_a_group()
    {
        (Table train, Table test) = s_table.SplitByGroup("patient", 0.8, seed: 1);

        Assert.Empty(Texts(train, "patient").Intersect(Texts(test, "patient")));
    }

    [Fact]
    public void A_split_by_time_learns_from_what_was_before()
    {
        (Table train, Table test) = s_table.SplitByTime("day", 0.75);

        Assert.Equal(36, Enumerable.Range(0, train.RowCount).Max(train["day"].Number));
        Assert.Equal(37, Enumerable.Range(0, test.RowCount).Min(test["day"].Number));
    }

    [Fact]
    public void Each_row_is_tested_with_in_one_fold()
    {
        foreach (IReadOnlyList<TableSplit> folds in (IReadOnlyList<TableSplit>[])[s_table.Folds(3, seed: 1), s_table.FoldsStratified("class", 3, seed: 1), s_table.FoldsByGroup("patient", 3, seed: 1)])
        {
            Assert.Equal(Enumerable.Range(0, 100), folds.SelectMany(fold => Ids(fold.Test)).Order());
            Assert.All(folds, fold => Assert.Equal(Enumerable.Range(0, 100), Ids(fold.Train).Concat(Ids(fold.Test)).Order()));
            Assert.All(folds, fold => Assert.InRange(fold.Test.RowCount, 30, 37));
        }

        Assert.Equal([3, 3, 4], s_table.FoldsStratified("class", 3, seed: 1).Select(fold => Count(fold.Test, "rare")).Order());
        Assert.All(s_table.FoldsByGroup("patient", 3, seed: 1), fold => Assert.Empty(Texts(fold.Train, "patient").Intersect(Texts(fold.Test, "patient"))));
    }

    [Fact]
    public void What_leaves_a_part_without_rows_is_refused()
    {
        Table one = Table.ReadCsv(new StringReader("id,group\n1,a\n2,a\n"));

        Assert.StartsWith("The text has 2 rows, of which this split gives the first part 2 and the second 0.", Assert.Throws<ArgumentException>(() => one.SplitByGroup("group", 0.6, seed: 1)).Message);
        Assert.StartsWith("A share is more than 0 and less than 1, such as 0.8.", Assert.Throws<ArgumentOutOfRangeException>(() => one.Split(80, seed: 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => one.Folds(3, seed: 1));
        Assert.StartsWith("group has 1 group, which are too few for 2 folds.", Assert.Throws<ArgumentException>(() => one.FoldsByGroup("group", 2, seed: 1)).Message);
    }

    [Fact]
    public void A_row_without_a_group_is_refused()
    {
        Table table = Table.ReadCsv(new StringReader("id,group\n1,a\n2,\n3,b\n"), "x.csv");

        Assert.Equal(
            "x.csv, line 3, column 2 (group): the cell is missing, but decides to which part the row belongs. Fill it in, or leave the row out.",
            Assert.Throws<InvalidDataException>(() => table.SplitByGroup("group", 0.5, seed: 1)).Message);
    }

    private static TableSplit Split(string kind, int seed) => kind switch
    {
        "random" => s_table.Split(0.8, seed),
        "stratified" => s_table.SplitStratified("class", 0.8, seed),
        "grouped" => s_table.SplitByGroup("patient", 0.8, seed),
        _ => s_table.SplitByTime("day", 0.8),
    };

    private static int[] Ids(Table table) => [.. Enumerable.Range(0, table.RowCount).Select(row => (int)table["id"].Number(row))];

    private static IEnumerable<string?> Texts(Table table, string column) => Enumerable.Range(0, table.RowCount).Select(table[column].Text);

    private static int Count(Table table, string text) => Texts(table, "class").Count(other => other == text);
}
