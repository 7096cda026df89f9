using DslNet;

var (train, test) = Spirals.Create(count: 600, seed: 1).Split(450, seed: 2);
var net = new Classifier(seed: 3);
Console.WriteLine(net.Describe());

net.Fit(train, new FitOptions
{
    Epochs = 200,
    BatchSize = 32,
    Optimizer = new Adam(0.01f),
    Validation = test,
    Progress = new ConsoleProgressBar(),
});

Evaluation evaluation = net.Evaluate(test);
Console.WriteLine(evaluation.ConfusionMatrix);
Console.WriteLine($"accuracy: {evaluation.Accuracy:F3}");
