using System.CommandLine;
using System.Globalization;
using DslNet;
using PoleBalance;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var methodOption = new Option<string>("--by") { Description = "How it learns: evolution, gradient or dqn.", DefaultValueFactory = _ => "evolution" };
methodOption.AcceptOnlyFromAmong("evolution", "gradient", "dqn");
var seedOption = new Option<int>("--seed") { Description = "Draws first weights, noise and carts.", DefaultValueFactory = _ => 1 };
var command = new RootCommand("Balances a pole on a cart: learned by evolution, by policy gradient, or by Q-learning.") { methodOption, seedOption };
command.SetAction(arguments => Run(arguments.GetValue(methodOption)!, arguments.GetValue(seedOption)));
return command.Parse(args).Invoke();

static void Run(string method, int seed)
{
    INetwork net = method switch
    {
        "evolution" => Evolution.Learn(seed, 100, Console.WriteLine),
        "gradient" => PolicyGradient.Learn(seed, 200, (batch, steps) => Console.WriteLine($"Batch {batch}: {steps:F1} steps")),
        _ => new DeepQ(seed).Learn(1_000, (episode, steps) =>
        {
            if (episode % 10 == 0)
                Console.WriteLine($"Episode {episode}: {steps} steps");
        }),
    };
    Random random = new(seed + 1);
    Console.WriteLine($"100 other episodes: {Enumerable.Range(0, 100).Average(_ => DeepQ.Balance(net, random)):F1} of {Cart.MostSteps} steps in the mean");
}
