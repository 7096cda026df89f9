namespace DslNet.CodeFixes.Tests.Remedies;

/// <summary>DSLN0205: a handler becomes the callback.</summary>
public sealed class CallbackFixTests
{
    [Theory]
    [InlineData(
        "new() { Optimizer = new Adam(), Progress = {|DSLN0205:new Progress<FitProgress>(p => p.Stop())|}, Epochs = 3 }",
        "new() { Optimizer = new Adam(), Callback = p => p.Stop(), Epochs = 3 }")]
    [InlineData(
        "new()\n    {\n        Optimizer = new Adam(),\n        Progress = {|DSLN0205:new Progress<FitProgress>(\n            p =>\n            {\n                p.Stop(); // enough\n            })|}, // early\n    }",
        "new()\n    {\n        Optimizer = new Adam(),\n        Callback = p =>\n            {\n                p.Stop(); // enough\n            }, // early\n    }")]
    [InlineData(
        "new FitOptions { Optimizer = new Adam() } with { Progress = {|DSLN0205:new System.Progress<FitProgress>(Tell)|} }",
        "new FitOptions { Optimizer = new Adam() } with { Callback = Tell }")]
    public Task The_handler_becomes_the_callback(string before, string after) => CodeFix.VerifyAsync(Program(before), Program(after), "Set Callback");

    [Theory]
    [InlineData("new() { Optimizer = new Adam(), Progress = {|DSLN0205:new Progress<FitProgress>()|} }")]
    [InlineData("new() { Optimizer = new Adam(), Callback = Tell, Progress = {|DSLN0205:new Progress<FitProgress>(Tell)|} }")]
    [InlineData("new() { Optimizer = new Adam(), Progress = {|DSLN0205:new Window(Tell)|} }")]
    [InlineData("new() { Optimizer = new Adam(), Progress = {|DSLN0205:new Progress<FitProgress>(/* early */ Tell)|} }")]
    [InlineData("new() { Optimizer = new Adam(), Progress = {|DSLN0205:s_late|} }")]
    public Task What_is_not_certain_stays(string options) => CodeFix.VerifyNoneInAsync(Program(options));

    private static string Program(string options) =>
        $$"""
        using System;

        sealed class Window(Action<FitProgress> tell) : Progress<FitProgress>(tell);

        static class Program
        {
            private static readonly Progress<FitProgress> s_late = new(Tell);

            private static FitOptions Options() => {{options}};

            private static void Tell(FitProgress progress) => progress.Stop();
        }

        """;
}
