using System.CommandLine;
using System.Globalization;
using System.Text;
using DslNet;
using FourInARow;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = Encoding.UTF8;
var positionsOption = new Option<int>("--positions") { Description = "How many positions to learn from.", DefaultValueFactory = _ => Recipe.TrainingCount };
var epochsOption = new Option<int>("--epochs") { Description = "How often every position is seen.", DefaultValueFactory = _ => Recipe.Epochs };
var seedOption = new Option<int>("--seed") { Description = "Draws positions and first weights.", DefaultValueFactory = _ => 1 };
foreach (Option<int> option in new[] { positionsOption, epochsOption })
{
    option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is < 1 or > 200_000)
            result.AddError($"{option.Name} must be from 1 to 200,000.");
    });
}

var command = new RootCommand("Learns a board game from a teacher: two inputs, two outputs, two losses.") { positionsOption, epochsOption, seedOption };
command.SetAction(arguments => Run(arguments.GetValue(positionsOption), arguments.GetValue(epochsOption), arguments.GetValue(seedOption)));
return command.Parse(args).Invoke();

static void Run(int positions, int epochs, int seed)
{
    const int tested = Recipe.TestCount, games = 200;
    var teacher = new Teacher();
    Board[] drawn = Positions.Draw(positions + tested, seed), others = drawn[positions..];
    Dataset train = Positions.Label(drawn[..positions], teacher);
    var net = new GameNet(seed);
    Console.WriteLine($"{GameNet.ParameterCount:N0} parameters, {net.Description.MultiplyAdds:N0} multiply-adds for a position.");

    Console.WriteLine($"Learning from {positions:N0} positions, testing with {tested:N0} others:");
    FitResult result = net.Fit(train, Recipe.Create(epochs, new ConsoleProgressBar()));

    (int Move, int Result)[] judged = Player.Judge(net, others);
    double goodMoves = Player.KeepsResult(teacher, others, judged);
    double rightResults = others.Zip(judged).Average(each => each.Second.Result == teacher.Result(each.First) ? 1.0 : 0);
    double chance = others.Average(board => Enumerable.Range(0, Board.Columns).Where(board.CanPlay).Average(column => -teacher.Result(board.Play(column)) == teacher.Result(board) ? 1.0 : 0));
    (int won, int lost) = Player.PlayAgainstChance(net, games, seed);

    Console.WriteLine();
    Console.WriteLine($"Trained in {result.Elapsed.TotalSeconds:F1} s.");
    Console.WriteLine($"moves that keep what can be reached: {goodMoves:F4} (drawn by chance: {chance:F4})");
    Console.WriteLine($"ends that are foreseen: {rightResults:F4}");
    Console.WriteLine($"games against chance: {won} of {games} won, {lost} lost");
}
