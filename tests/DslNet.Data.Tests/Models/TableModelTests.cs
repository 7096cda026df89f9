using System.Diagnostics;
using System.Globalization;
using DslNet.Data.Child;
using DslNet.Data.Tests.Recipes;

namespace DslNet.Data.Tests.Models;

public sealed class TableModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dslnet-data-").FullName;

    private string File => Path.Combine(_folder, "prices.safetensors");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Another_process_predicts_of_a_raw_row_what_this_one_does()
    {
        TableModel<PriceNet> model = Trained();
        model.Save(File);
        Row row = new() { ["age"] = 3, ["km"] = Cell.Missing, ["fuel"] = "electric", ["sold"] = new DateTime(2026, 7, 1) };
        double here = model.Predict(row).Number;

        Assert.Equal(here.ToString("R", CultureInfo.InvariantCulture), await ChildAsync(File, "age=3", "km=", "fuel=electric", "sold=2026-07-01"));

        // As it was trained: the same row has another price without the recipe's statistics.
        Assert.InRange(here, 20, 40);
    }

    [Fact]
    public void Rows_by_name_objects_and_files_give_the_same()
    {
        TableModel<PriceNet> model = Trained();
        double byName = model.Predict(new Row { ["fuel"] = "diesel", ["age"] = "4", ["km"] = 55_000, ["sold"] = "2026-02-03" }).Number;

        Assert.Equal(byName, model.Predict(new Car("diesel", 4, 55_000, new DateTime(2026, 2, 3)), Car.Schema).Number);
        Assert.Equal(byName, model.Predict(Table.ReadCsv(new StringReader("sold,km,age,fuel,other\n2026-02-03,55000,4,diesel,x\n")))[0].Number);
        Assert.Equal(model.Predict(new Row { ["fuel"] = "diesel", ["age"] = 4, ["km"] = Cell.Missing, ["sold"] = "2026-02-03" }).Number, model.Predict(new Car("diesel", 4, null, new DateTime(2026, 2, 3)), Car.Schema).Number);
    }

    [Fact]
    public void Errors_are_in_the_unit_of_the_table()
    {
        TableModel<PriceNet> model = Trained();
        Table table = CarTable.Make();
        double sum = Enumerable.Range(0, table.RowCount).Sum(row => Math.Abs(model.Predict(table.Select(row))[0].Number - table["price"].Number(row)));

        Assert.Equal(sum / table.RowCount, model.MeasureErrors(table).MeanAbsoluteError, 1e-5);
        Assert.InRange(model.MeasureErrors(table).MeanAbsoluteError, 0, 3);
        Assert.Equal(model.Network.Evaluate(model.Recipe.Apply(table, model.Network)).Loss, model.Evaluate(table).Loss);
    }

    [Fact]
    public void A_network_of_several_inputs_and_outputs_predicts_each_target()
    {
        Table table = CarTable.Make();
        FittedRecipe fitted = RecipeTests.MakeRecipe.Fit(table);
        var net = new MakeNet(seed: 1);
        net.Fit(fitted.Apply(table, net), new FitOptions { Epochs = 20, Optimizer = new Adam(0.01f) });
        TableModel<MakeNet> model = new(net, fitted);
        model.Save(File);
        TableModel<MakeNet> loaded = TableModel.Load<MakeNet>(File);
        Row row = new() { ["age"] = 3, ["km"] = 30_000, ["make"] = "Benz" };

        float[] price = new float[1], fuel = new float[3];
        Dataset inputs = fitted.Apply(Table.ReadCsv(new StringReader("age,km,make,price,fuel\n3,30000,Benz,1,diesel\n")), net);
        net.Predict(inputs.Columns[0].Values.Span, inputs.Columns[1].Integers.Span, price, fuel);

        Assert.Equal(price[0], (float)loaded.Predict(row, "price").Number);
        Assert.Equal(1, loaded.Predict(row, "fuel").Probabilities.Sum(pair => pair.Probability), 1e-5);
        Assert.Equal(["diesel", "electric", "petrol"], loaded.Predict(row, "fuel").Probabilities.Select(pair => pair.Class));
        Assert.Equal(Array.IndexOf(fuel, fuel.Max()), loaded.Predict(row, "fuel").Probabilities.Select(pair => pair.Class).ToList().IndexOf(loaded.Predict(row, "fuel").Class));
        Assert.StartsWith("The recipe has the targets price, fuel. Name one.", Assert.Throws<ArgumentException>(() => model.Predict(row)).Message);
    }

    [Fact]
    public void Two_classes_of_one_output_have_a_probability_each()
    {
        Table table = Table.ReadCsv(new StringReader("x,y\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},{(i < 20 ? "no" : "yes")}\n"))));
        FittedRecipe fitted = new Recipe { new Standardize("x"), new TargetClass("y") }.Fit(table);
        var net = new YesNet(seed: 1);
        net.Fit(fitted.Apply(table, net), new FitOptions { Epochs = 100, BatchSize = 8, Optimizer = new Adam(0.05f) });
        TableModel<YesNet> model = new(net, fitted);

        Assert.Equal("yes", model.Predict(new Row { ["x"] = 38 }).Class);
        Assert.Equal("no", model.Predict(new Row { ["x"] = 2 }).Class);
        Assert.InRange(model.Predict(new Row { ["x"] = 38 }).Probability, 0.9f, 1);
        Assert.Equal(model.Evaluate(table).Accuracy, model.MeasureClasses(table).Accuracy);
        Assert.InRange(model.MeasureClasses(table).Accuracy, 0.95, 1);
        Assert.StartsWith("y is a class, not a number. Ask for Class.", Assert.Throws<InvalidOperationException>(() => model.Predict(new Row { ["x"] = 2 }).Number).Message);
    }

    [Fact]
    public void A_loss_of_signs_has_targets_of_signs()
    {
        Table table = Table.ReadCsv(new StringReader("x,y\n1,no\n2,yes\n"));
        FittedRecipe fitted = new Recipe { new AsIs("x"), new TargetClass("y") }.Fit(table);

        Assert.Equal([-1, 1], fitted.Apply(table, new SignNet(1)).Targets.ToArray());
    }

    [Theory]
    [InlineData(6f, "yes")]
    [InlineData(0.3f, "yes")]
    [InlineData(0f, "no")]
    [InlineData(-2f, "no")]
    public void A_loss_of_signs_decides_by_the_sign_of_a_score(float score, string expected)
    {
        TableModel<SignNet> model = Signs(1);
        Prediction prediction = model.Predict(new Row { ["x"] = score });

        Assert.Equal(expected, prediction.Class);
        Assert.Equal(model.Network.PredictClass([score]), prediction.ClassIndex);
        Assert.Equal(score, prediction.Score);
        Assert.Empty(prediction.Probabilities);
        Assert.Equal(FormattableString.Invariant($"y: {expected} (score {score})"), prediction.ToString());
        Assert.Equal("The loss of y gives a score, not a probability. Ask for Score, or declare [BinaryCrossEntropy] in place of [Hinge].", Assert.Throws<InvalidOperationException>(() => prediction.Probability).Message);
    }

    [Fact]
    public void A_loss_of_signs_is_measured_as_the_network_measures_itself()
    {
        TableModel<SignNet> model = Signs(1);
        Table table = Table.ReadCsv(new StringReader("x,y\n0.3,yes\n0.2,yes\n-0.1,no\n4,no\n"));

        Assert.Equal(0.75, model.MeasureClasses(table).Accuracy);
        Assert.Equal(model.Evaluate(table).Accuracy, model.MeasureClasses(table).Accuracy);
    }

    [Fact]
    public void A_row_whose_output_is_NaN_is_of_no_class()
    {
        Table table = Table.ReadCsv(new StringReader("x,y\n1,no\n2,yes\n"));
        var net = new YesNet(seed: 1);
        net.Parameters.Fill(float.NaN);
        TableModel<YesNet> model = new(net, new Recipe { new AsIs("x"), new TargetClass("y") }.Fit(table));
        Prediction prediction = model.Predict(table)[0], score = Signs(float.NaN).Predict(table)[0];

        Assert.Equal([-1, -1], [prediction.ClassIndex, score.ClassIndex]);
        Assert.Equal("y: no class, since an output is NaN", prediction.ToString());
        Assert.StartsWith("An output for y is NaN, so the row is of no class.", Assert.Throws<InvalidOperationException>(() => prediction.Class).Message);
        Assert.StartsWith("An output for y is NaN, so the row is of no class.", Assert.Throws<InvalidOperationException>(() => prediction.Probability).Message);
        Assert.StartsWith("An output for y is NaN, so the row is of no class.", Assert.Throws<InvalidOperationException>(() => score.Class).Message);
        Assert.Equal(0, model.MeasureClasses(table).Correct);
        Assert.Equal(1, model.MeasureClasses(table)[0, -1]);
    }

    [Theory]
    [InlineData("", "the cell is missing, but is what the network is to predict. Fill it in, or leave the row out.")]
    [InlineData("-4", "\"-4\" has no logarithm. Correct it, leave the row out, or let TargetNumber be without Log.")]
    [InlineData("1e200", "\"1e200\" is beyond the range of float, from -3.4E+38 to 3.4E+38, in which networks compute. Correct it, leave the row out, or put a Clip of price before the step that reads it.")]
    public void Errors_are_not_measured_with_a_target_that_is_none(string price, string message)
    {
        TableModel<PriceNet> model = Trained();
        Table table = Table.ReadCsv(new StringReader($"make,age,km,fuel,sold,price\nAlfa,1,2,diesel,2026-01-01,3\nAlfa,1,2,diesel,2026-01-01,{price}\n"), "cars.csv");

        Assert.Equal("cars.csv, line 3, column 6 (price): " + message, Assert.Throws<InvalidDataException>(() => model.MeasureErrors(table)).Message);
    }

    [Fact]
    public void A_file_with_a_recipe_that_is_damaged_is_named()
    {
        new SignNet(1).Save(File, new Dictionary<string, string> { ["dslnet.recipe"] = "[null]" });

        Assert.Equal(
            $"{File}: Step 1 of the recipe is null. The file was damaged or changed by hand: save the model again.",
            Assert.Throws<InvalidDataException>(() => TableModel.Load<SignNet>(File)).Message);
    }

    [Fact]
    public void Three_classes_are_told_apart()
    {
        Table table = Table.ReadCsv(new StringReader("a,b,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i % 3 + i % 7 / 20.0:F2},{i % 3 * i % 3},kind {i % 3}\n"))));
        FittedRecipe fitted = new Recipe { new Standardize("a", "b"), new TargetClass("y") }.Fit(table);
        var net = new SpeciesNet(seed: 1);
        net.Fit(fitted.Apply(table, net), new FitOptions { Epochs = 100, BatchSize = 8, Optimizer = new Adam(0.05f) });
        TableModel<SpeciesNet> model = new(net, fitted);

        Assert.Equal(1, model.MeasureClasses(table).Accuracy);
        Assert.Equal("y: kind 1", model.Predict(table)[1].ToString()[..9]);
    }

    [Fact]
    public void A_row_without_a_column_is_refused()
    {
        TableModel<PriceNet> model = Trained();

        Assert.StartsWith("The row has no column km. It has fuel, age.", Assert.Throws<ArgumentException>(() => model.Predict(new Row { ["fuel"] = "diesel", ["age"] = 4 })).Message);
        Assert.Equal(
            "The row, row 1, column age: \"old\" is no number. Correct it, or leave the cell empty if it is missing.",
            Assert.Throws<InvalidDataException>(() => model.Predict(new Row { ["fuel"] = "diesel", ["age"] = "old", ["km"] = 1, ["sold"] = "2026-02-03" })).Message);
    }

    [Fact]
    public void Steps_of_the_target_alone_need_no_target_to_predict()
    {
        Table table = CarTable.Make();
        Recipe recipe = new() { new Clip(0, 35, "price") };
        foreach (RecipeStep step in CarTable.Recipe)
            recipe.Add(step);
        TableModel<PriceNet> model = new(new PriceNet(1), recipe.Fit(table));

        Assert.Equal(["km", "sold", "age", "fuel"], model.Recipe.Columns);
        Assert.True(double.IsFinite(model.Predict(new Row { ["fuel"] = "diesel", ["age"] = 4, ["km"] = 1, ["sold"] = "2026-02-03" }).Number));
    }

    [Fact]
    public void A_file_without_a_recipe_or_of_another_network_is_refused()
    {
        new PriceNet(1).Save(File);
        string without = Assert.Throws<InvalidDataException>(() => TableModel.Load<PriceNet>(File)).Message;
        Trained().Save(File);
        string other = Assert.Throws<InvalidDataException>(() => TableModel.Load<SpeciesNet>(File)).Message;

        Assert.Equal($"{File} has weights, but no recipe. Save it by TableModel.Save, or load the weights alone by Network.Load.", without);
        Assert.StartsWith($"{File}: dense1.weight has the shape", other);
    }

    [Fact]
    public void The_file_is_one_of_weights_too()
    {
        TableModel<PriceNet> model = Trained();
        model.Save(File);

        Assert.Equal(model.Network.Parameters, Network.Load<PriceNet>(File).Parameters);
        Assert.Equal(model.Recipe.ToJson(), NetworkFiles.ReadMetadata(File)["dslnet.recipe"]);
    }

    /// <summary>A network whose score is its input times a weight.</summary>
    private static TableModel<SignNet> Signs(float weight)
    {
        var net = new SignNet(1);
        net.Parameters.Clear();
        net.Parameters[0] = weight;
        return new(net, new Recipe { new AsIs("x"), new TargetClass("y") }.Fit(Table.ReadCsv(new StringReader("x,y\n1,no\n2,yes\n"))));
    }

    private static TableModel<PriceNet> Trained()
    {
        Table table = CarTable.Make();
        FittedRecipe fitted = CarTable.Recipe.Fit(table);
        var net = new PriceNet(seed: 1);
        net.Fit(fitted.Apply(table, net), new FitOptions { Epochs = 60, BatchSize = 16, Optimizer = new Adam(0.01f) });
        return new TableModel<PriceNet>(net, fitted);
    }

    private static async Task<string> ChildAsync(params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "DslNet.Data.Child.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }
}
