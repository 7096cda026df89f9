using System.Text.RegularExpressions;
using DslNet.Data.Child;

namespace DslNet.Data.Tests.Recipes;

public sealed class RecipeTests
{
    [Fact]
    public void Numbers_are_standardized_by_the_training_part_alone()
    {
        // Of 1, 2, 3, 4: mean 2.5, deviation √1.25, as scikit-learn's StandardScaler has it.
        FittedRecipe fitted = Fit("a,b,y\n1,5,0\n2,5,0\n3,5,1\n4,5,1\n", new Standardize("a", "b"), new TargetClass("y") { Classes = ["0", "1", "2"] });
        Dataset later = fitted.Apply(Read("a,b,y\n2.5,5,0\n12.5,6,1\n"), new SpeciesNet(1));

        Assert.Equal([0, 0, (float)(10 / Math.Sqrt(1.25)), 1], later.Inputs.ToArray());
        Assert.Equal([0, 1], later.Labels.ToArray());
    }

    [Fact]
    public void Numbers_come_between_bounds_after_they_were_clipped()
    {
        FittedRecipe fitted = Fit("a,b,y\n0,7,0\n10,7,1\n", new Clip(0, 10, "a"), new MinMax("a") { Low = -1 }, new AsIs("b"), new TargetClass("y") { Classes = ["0", "1", "2"] });
        Dataset later = fitted.Apply(Read("a,b,y\n5,1,0\n99,-2.5,1\n"), new SpeciesNet(1));

        Assert.Equal([0, 1, 1, -2.5f], later.Inputs.ToArray());
    }

    [Theory]
    [InlineData(ImputeBy.Usual, 2.5f)]
    [InlineData(ImputeBy.Median, 2.5f)]
    [InlineData(ImputeBy.Mean, 4f)]
    [InlineData(ImputeBy.MostFrequent, 2f)]
    public void Missing_numbers_become_what_is_usual_in_the_training_part(ImputeBy by, float expected)
    {
        FittedRecipe fitted = Fit("a,y\n2,0\n2,0\n3,1\n9,1\n,1\n", new Impute("a") { By = by, Indicator = true }, new AsIs("a", "a.missing"), new TargetClass("y") { Classes = ["0", "1", "2"] });

        Assert.Equal([expected, 1, 7, 0], fitted.Apply(Read("a,y\n,0\n7,1\n"), new SpeciesNet(1)).Inputs.ToArray());
        Assert.Equal(["a"], fitted.Columns);
    }

    [Fact]
    public void Missing_categories_become_the_most_frequent_or_what_was_said()
    {
        FittedRecipe usual = Fit("a,y\nred,0\nred,1\nblue,0\n", new Impute("a"), new OneHot("a"), new TargetClass("y") { Classes = ["0", "1", "2"] });
        FittedRecipe said = Fit("a,y\nred,0\nred,1\nblue,0\n", new Impute("a") { Value = "blue" }, new OneHot("a"), new TargetClass("y") { Classes = ["0", "1", "2"] });

        Assert.Equal([0, 1, 1, 0], usual.Apply(Read("a,y\n,0\nblue,0\n"), new SpeciesNet(1)).Inputs.ToArray());
        Assert.Equal([1, 0], said.Apply(Read("a,y\n,0\n"), new SpeciesNet(1)).Inputs.ToArray());
    }

    [Fact]
    public void Categories_that_are_unknown_rare_or_missing_are_zeros_or_refused()
    {
        const string text = "a,y\nred,0\nred,1\nblue,0\nblue,0\ngreen,0\n";
        FittedRecipe fitted = Fit(text, new OneHot("a") { MinimumCount = 2 }, new TargetClass("y") { Classes = ["0", "1", "2"] });
        FittedRecipe strict = Fit(text, new OneHot("a") { Unknown = UnknownCategory.Refuse, Input = "Input" }, new TargetClass("y"));

        Assert.Equal([1, 0, 0, 1, 0, 0, 0, 0, 0, 0], fitted.Apply(Read("a,y\nblue,0\nred,0\ngreen,0\npink,0\n,0\n"), new SpeciesNet(1)).Inputs.ToArray());
        Assert.Equal(
            "cars.csv, line 2, column 1 (a): \"pink\" is none of the categories of the training part. Correct it, or let OneHot have Unknown = UnknownCategory.Allow.",
            Assert.Throws<InvalidDataException>(() => strict.Apply(Read("a,y\npink,0\n"), new ThreeYesNet(1))).Message);
    }

    [Fact]
    public void Categories_that_were_numbers_are_the_same_however_they_are_written()
    {
        FittedRecipe fitted = Fit("doors,y\n10,0\n4,1\n", new OneHot("doors"), new TargetClass("y") { Classes = ["0", "1", "2"] });

        Assert.Equal([1, 0, 0, 1, 1, 0, 0, 0], fitted.Apply(Read("doors,y\n4.0,0\n10,0\n04,0\nfour,0\n"), new SpeciesNet(1)).Inputs.ToArray());
    }

    [Fact]
    public void Dates_have_parts_that_come_round()
    {
        FittedRecipe fitted = Fit("d,y\n2026-01-01,0\n2026-12-31T18:30,1\n", new DateParts("d", DatePart.Month, DatePart.Weekday, DatePart.Hour, DatePart.Days), new Cyclic(12, "d.month"), new TargetClass("y") { Classes = ["0", "1", "2"] });
        FittedRecipe plain = Fit("d,y\n2026-01-01,0\n", new DateParts("d", DatePart.Hour, DatePart.Weekday), new AsIs("d.hour", "d.weekday"), new TargetClass("y") { Classes = ["0", "1", "2"] });

        float[] inputs = fitted.Apply(Read("d,y\n2026-03-31,0\n2026-06-01,0\n"), new SpeciesNet(1)).Inputs.ToArray();
        Assert.Equal([1, 0, 0, -1], inputs.Select(value => Math.Round(value, 6)));
        Assert.Equal([18.5f, 7, 0, 1], plain.Apply(Read("d,y\n2026-03-29T18:30,0\n2026-03-30,0\n"), new SpeciesNet(1)).Inputs.ToArray());
        Assert.Equal(["d"], fitted.Columns);
    }

    [Fact]
    public void A_missing_number_that_nothing_replaces_is_refused_with_its_line()
    {
        FittedRecipe fitted = Fit("a,b,y\n1,2,0\n", new AsIs("a", "b"), new TargetClass("y") { Classes = ["0", "1", "2"] });

        Assert.Equal(
            "cars.csv, line 3, column 2 (b): the cell is missing. Add new Impute(\"b\") to the recipe before the step that reads it, or leave the row out.",
            Assert.Throws<InvalidDataException>(() => fitted.Apply(Read("a,b,y\n1,2,0\n1,,0\n"), new SpeciesNet(1))).Message);
    }

    [Theory]
    [InlineData("a,y\n,0\n", "All 1 cell of the column a are missing, so Standardize has nothing to learn from. Leave the column out of the recipe, or give it cells.")]
    [InlineData("a,y\nx,0\n", "cars.csv, line 2, column 1 (a): \"x\" is no number. Correct it, or leave the cell empty if it is missing.")]
    [InlineData("a,y\n1,\n", "cars.csv, line 2, column 2 (y): the cell is missing, but is what the network is to predict. Fill it in, or leave the row out.")]
    public void What_a_step_cannot_learn_from_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Fit(text, new Standardize("a"), new TargetClass("y"))).Message);

    [Fact]
    public void A_recipe_that_does_not_fit_the_network_says_what_to_declare()
    {
        FittedRecipe fitted = Fit("a,b,y\n1,red,5\n2,blue,6\n", new AsIs("a"), new OneHot("b"), new TargetNumber("y"));
        FittedRecipe tokens = Fit("a,y\nred,5\n", new Embed("a"), new TargetNumber("y"));
        FittedRecipe classes = Fit("a,b,y\n1,2,red\n1,2,blue\n", new AsIs("a", "b"), new TargetClass("y"));

        Assert.StartsWith("PriceNet has the input Input 8, of 8 values, but the recipe makes 3 (a 1, b 2). Declare [Input(3)], or change the recipe.", Refused(fitted, new PriceNet(1)));
        Assert.StartsWith("PriceNet has no input a for a: it has Input 8. Give the step Input = one of them, after you declared [Tokens].", Refused(tokens, new PriceNet(1)));
        Assert.StartsWith("y has 2 classes, but SpeciesNet has the output Output 3 with the loss SoftmaxCrossEntropy. Let the last layer be Dense(2), with [SoftmaxCrossEntropy].", Refused(classes, new SpeciesNet(1)));
    }

    [Fact]
    public void Tokens_begin_with_that_of_the_unknown()
    {
        FittedRecipe fitted = MakeRecipe.Fit(CarTable.Make());
        Dataset data = fitted.Apply(Read("make,age,km,fuel,price\nBenz,1,2,diesel,3\nZZZ,1,2,petrol,4\n"), new MakeNet(1));

        DataColumn make = data.Columns.Single(column => column.Name == "make");
        Assert.Equal([2, 0], make.Integers.ToArray());
        Assert.Equal([0, 2], data.Columns.Single(column => column.Name == "fuel").Integers.ToArray());
        Assert.Equal([3, 4], data.Columns.Single(column => column.Name == "price").Values.ToArray());
    }

    [Fact]
    public void More_categories_than_the_vocabulary_has_are_refused()
    {
        FittedRecipe fitted = MakeRecipe.Fit(Read("make,age,km,fuel,price\n" + string.Concat(Enumerable.Range(0, 5).Select(i => $"m{i},{i},{i},f{i % 3},{i}\n"))));

        Assert.StartsWith("MakeNet has the input make (1 token of 5), but make has 5 categories and the unknown one. Declare [Tokens(6)] or more, or let Embed have a larger MinimumCount.", Refused(fitted, new MakeNet(1)));
    }

    [Fact]
    public void A_recipe_reads_again_what_it_wrote()
    {
        FittedRecipe fitted = CarTable.Recipe.Fit(CarTable.Make());
        FittedRecipe read = FittedRecipe.FromJson(fitted.ToJson());

        Assert.Equal(fitted.ToJson(), read.ToJson());
        Assert.Equal(fitted.ToString(), read.ToString());
        Assert.Equal(fitted.Apply(CarTable.Make(), new PriceNet(1)).Inputs.ToArray(), read.Apply(CarTable.Make(), new PriceNet(1)).Inputs.ToArray());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[{\"kind\":\"sorcery\"}]")]
    [InlineData("[{\"kind\":\"scale\"}]")]
    [InlineData("[{\"kind\":\"oneHot\",\"Column\":\"a\",\"Input\":null,\"Categories\":null,\"ByNumber\":false,\"Unknown\":\"Allow\"}]")]
    public void What_is_no_recipe_is_refused(string json) =>
        Assert.StartsWith("The recipe is not as this version of DslNet.Data writes it", Assert.Throws<InvalidDataException>(() => FittedRecipe.FromJson(json)).Message);

    [Theory]
    [InlineData("null", "is null")]
    [InlineData("""{"kind":"embed","Columns":[],"Input":null,"Categories":["a"],"ByNumber":false,"Unknown":"Allow"}""", "(Embed of ) names no column")]
    [InlineData("""{"kind":"embed","Columns":["a",null],"Input":null,"Categories":["a"],"ByNumber":false,"Unknown":"Allow"}""", "(Embed of a, ) names no column")]
    [InlineData("""{"kind":"oneHot","Column":"a","Input":null,"Categories":["b","b"],"ByNumber":false,"Unknown":"Allow"}""", "(OneHot of a) has \"b\" more than once")]
    [InlineData("""{"kind":"oneHot","Column":"a","Input":null,"Categories":["b",null],"ByNumber":false,"Unknown":"Allow"}""", "(OneHot of a) has a category without a text")]
    [InlineData("""{"kind":"oneHot","Column":"a","Input":null,"Categories":["b"],"ByNumber":false,"Unknown":7}""", "(OneHot of a) has an Unknown that is none")]
    [InlineData("""{"kind":"scale","Column":"a","Input":null,"Subtracted":0,"Divisor":0,"Factor":1,"Added":0}""", "(Scale of a) divides by 0")]
    [InlineData("""{"kind":"scale","Column":"a","Input":null,"Subtracted":0,"Divisor":1,"Factor":1e999,"Added":0}""", "(Scale of a) has a number that is not finite")]
    [InlineData("""{"kind":"clip","Column":"a","Least":2,"Largest":1}""", "(Clip of a) has the bounds 2 and 1")]
    [InlineData("""{"kind":"cyclic","Column":"a","Input":null,"Period":0}""", "(Cyclic of a) has the period 0")]
    [InlineData("""{"kind":"dateParts","Column":"a","Parts":[99]}""", "(DateParts of a) has no part, or one that is none")]
    [InlineData("""{"kind":"impute","Column":"a","Number":null,"Text":null,"Indicator":false}""", "(Impute of a) needs either a number or a text")]
    [InlineData("""{"kind":"targetNumber","Column":"a","Output":null,"Log":false,"Mean":0,"Deviation":0}""", "(TargetNumber of a) has the deviation 0")]
    [InlineData("""{"kind":"targetClass","Column":"a","Output":null,"Classes":[],"ByNumber":false}""", "(TargetClass of a) has no class")]
    public void A_step_that_was_damaged_is_refused_with_its_number(string step, string problem)
    {
        string json = $$"""[{"kind":"scale","Column":"x","Input":null,"Subtracted":0,"Divisor":1,"Factor":1,"Added":0},{{step}}]""";

        Assert.Equal($"Step 2 of the recipe {problem}. The file was damaged or changed by hand: save the model again.", Assert.Throws<InvalidDataException>(() => FittedRecipe.FromJson(json)).Message);
    }

    [Fact]
    public void A_recipe_that_was_changed_anywhere_works_or_is_refused()
    {
        Table table = CarTable.Make(12);
        string json = CarTable.Recipe.Fit(table).ToJson();
        string[] parts = ["null", "0", "-1", "1e999", "\"\"", "[]", "{}", ",", "\"", "\\ud800", "true", "99"];
        (int Index, int Length)[] values = [.. new[] { """(?<=[:\[,])("[^"]*"|[^"{\[\],:}]+)(?=[,\]}])""", """\{[^{}]*\}""", """(?<=:)\[[^\[\]]*\]""" }
            .SelectMany(pattern => Regex.Matches(json, pattern)).Select(match => (match.Index, match.Length))];
        Random random = new(1);
        int refused = 0;
        for (int i = 0; i < values.Length * parts.Length + 300; i++)
        {
            // Each value, list and step is replaced by each part; then pieces of the text are taken away, replaced, or come twice.
            int start = random.Next(json.Length), length = Math.Min(random.Next(12), json.Length - start);
            string piece = random.Next(3) switch { 0 => "", 1 => parts[random.Next(parts.Length)], _ => json.Substring(start, length) + json.Substring(start, length) };
            if (i < values.Length * parts.Length)
                ((start, length), piece) = (values[i / parts.Length], parts[i % parts.Length]);
            string changed = json[..start] + piece + json[(start + length)..];
            try
            {
                TableModel<PriceNet> model = new(new PriceNet(1), FittedRecipe.FromJson(changed));
                model.Predict(table);
                model.MeasureErrors(table);
            }
            catch (Exception exception) when (exception is InvalidDataException or ArgumentException)
            {
                Assert.False(exception is ArgumentNullException or ArgumentOutOfRangeException, $"{changed}\n{exception}");
                refused++;
            }
            catch (Exception exception)
            {
                Assert.Fail($"{changed}\n{exception}");
            }
        }

        Assert.InRange(refused, 300, values.Length * parts.Length + 299);
    }

    [Fact]
    public void A_table_without_rows_teaches_nothing() => Assert.StartsWith(
        "The table has 0 rows, so the recipe has nothing to learn from. Give it the rows to train with.",
        Assert.Throws<ArgumentException>(() => new Recipe { new TargetNumber("a") { Standardize = true } }.Fit(Read("a\n1\n").Select())).Message);

    [Fact]
    public void A_class_that_is_named_twice_is_refused() => Assert.Equal(
        "TargetClass of y has \"no\" more than once in its Classes (no, no, yes). Name each class once.",
        Assert.Throws<ArgumentException>(() => Fit("a,y\n1,no\n", new AsIs("a"), new TargetClass("y") { Classes = ["no", "no", "yes"] })).Message);

    [Theory]
    [InlineData(null)]
    [InlineData("2026-01-01")]
    public void A_missing_date_is_not_imputed_but_its_parts_are(string? value)
    {
        const string text = "d,y\n2026-01-01,0\n,1\n2026-01-03,1\n";
        FittedRecipe fitted = Fit(text, new DateParts("d", DatePart.Month), new Impute("d.month"), new AsIs("d.month"), new TargetClass("y"));

        Assert.Equal(
            "Impute replaces numbers and categories, but the column d is of dates. Make numbers of them first, and impute those: new DateParts(\"d\", DatePart.Month), new Impute(\"d.month\").",
            Assert.Throws<ArgumentException>(() => Fit(text, new Impute("d") { Value = value })).Message);
        Assert.Equal([1, 1, 1], fitted.Apply(Read(text), new YesNet(1)).Inputs.ToArray());
    }

    [Fact]
    public void A_number_beyond_float_is_refused_with_its_line()
    {
        const string text = "a,y\n1,0\n1e200,1\n", where = "cars.csv, line 3, column 1 (a): \"1e200\" is beyond the range of float";
        FittedRecipe plain = Fit(text, new AsIs("a"), new TargetClass("y"));

        Assert.StartsWith(where, Assert.Throws<InvalidDataException>(() => plain.Apply(Read(text), new YesNet(1))).Message);
        Assert.StartsWith(where, Assert.Throws<InvalidDataException>(() => Fit(text, new Standardize("a"))).Message);
        Assert.StartsWith(where, Assert.Throws<InvalidDataException>(() => Fit(text, new MinMax("a"))).Message);
        Assert.StartsWith(where, Assert.Throws<InvalidDataException>(() => Fit(text, new Impute("a") { By = ImputeBy.Mean })).Message);
        Assert.StartsWith(where, Assert.Throws<InvalidDataException>(() => Fit(text, new TargetNumber("a") { Standardize = true })).Message);
        Assert.Equal([1, 9], Fit(text, new Clip(0, 9, "a"), new AsIs("a"), new TargetClass("y")).Apply(Read(text), new YesNet(1)).Inputs.ToArray());
    }

    [Fact]
    public void A_recipe_tells_what_each_step_makes() => Assert.Equal(
        """
        age: 1 value
        km: 1 value
        km.missing: 1 value
        fuel: 3 values: diesel, electric, petrol
        sold.month: 2 values
        price: target, 1 value

        """, CarTable.Recipe.Fit(CarTable.Make()).ToString());

    /// <summary>Numbers, a token, and two targets.</summary>
    internal static Recipe MakeRecipe { get; } = new()
    {
        new Impute("km"),
        new Standardize("age", "km") { Input = "numbers" },
        new Embed("make"),
        new TargetNumber("price"),
        new TargetClass("fuel"),
    };

    private static string Refused(FittedRecipe recipe, INetwork network)
    {
        Table table = Read("a,b,y,make,age,km,fuel,price\n1,2,3,m0,1,2,f0,4\n");
        return Assert.Throws<ArgumentException>(() => recipe.Apply(table, network)).Message;
    }

    private static FittedRecipe Fit(string text, params RecipeStep[] steps)
    {
        Recipe recipe = new();
        foreach (RecipeStep step in steps)
            recipe.Add(step);
        return recipe.Fit(Read(text));
    }

    private static Table Read(string text) => Table.ReadCsv(new StringReader(text), "cars.csv");
}
