namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0205: reports of a training that come too late.</summary>
public sealed class ProgressRuleTests
{
    [Theory]
    [InlineData(
        "new FitOptions { Optimizer = new Adam(), Progress = {|DSLN0205:new Progress<FitProgress>(p => p.Stop())|} };",
        "Progress<FitProgress> calls its handler later, on another thread, and for the last steps after Fit has returned. Set FitOptions.Callback, which is called during Fit, after every step.")]
    [InlineData("_ = options with { Progress = {|DSLN0205:new Progress<FitProgress>()|} };")]
    [InlineData("var late = new Progress<FitProgress>(p => { }); _ = options with { Progress = {|DSLN0205:late|} };")]
    [InlineData("IProgress<FitProgress> late = {|DSLN0205:new Progress<FitProgress>()|}; _ = options with { Progress = late };")]
    [InlineData("_ = options with { Progress = {|DSLN0205:many ? new Progress<FitProgress>() : null|} };")]
    [InlineData("_ = options with { Progress = many ? new ConsoleProgressBar() : {|DSLN0205:new Progress<FitProgress>()|} };")]
    [InlineData("Own.Train({|DSLN0205:new Progress<FitProgress>()|});")]
    [InlineData(
        "_ = options with { Progress = {|DSLN0205:new Own.Window()|} };",
        "Window calls its handler later, on another thread, and for the last steps after Fit has returned. Set FitOptions.Callback, which is called during Fit, after every step.")]
    public Task Progress_is_late(string use, params string[] messages) => Verify(use, messages);

    [Theory]
    [InlineData("_ = options with { Progress = new ConsoleProgressBar(), Callback = p => p.Stop() };")]
    [InlineData("_ = options with { Progress = new Own.Display() };")]
    [InlineData("IProgress<int> percent = new Progress<int>(p => { }); var late = new Progress<FitProgress>();")]
    [InlineData("_ = options with { Progress = null };")]
    public Task Elsewhere_nothing_is_said(string use) => Verify(use);

    private static Task Verify(string use, params string[] messages) => Analysis.VerifyAsync(
        $$"""
        using System;
        static class Own
        {
            public static void Train(IProgress<FitProgress> progress) { }
            public sealed class Window : Progress<FitProgress> { }
            public sealed class Display : IProgress<FitProgress> { public void Report(FitProgress value) { } }
        }
        class Program { static void Use(FitOptions options, bool many) { {{use}} } }
        """,
        messages);
}
