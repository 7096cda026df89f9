using DslNet;

Dataset train = Curve.Sample(count: 400, noise: 0.1f, seed: 1);
var net = new Regression(seed: 3);
Console.WriteLine(net.Describe());

net.Fit(train, new FitOptions
{
    Epochs = 300,
    BatchSize = 32,
    Optimizer = new Adam(0.01f),
    Progress = new ConsoleProgressBar(),
});
net.Save("regression.safetensors");

// The curve itself, without noise, tells how well it was found.
var loaded = new Regression();
loaded.Load("regression.safetensors");
Dataset curve = Curve.Sample(count: 200, noise: 0, seed: 2);
Console.WriteLine($"mean squared error: {loaded.Evaluate(curve).Loss:F4}");
