using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Vafa.Bench;
using Vafa.Bench.Peers;

// In process: this BenchmarkDotNet is older than the framework, and cannot generate a project for it.
if (args is ["choice"])
{
    ChoiceTimes.Run();
    return;
}

if (args is ["peers"])
{
    EligibleTimes.Run();
    return;
}

var job = args.Contains("--short") ? Job.ShortRun : Job.Default;
var config = DefaultConfig
    .Instance.AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
    .AddColumn(StatisticColumn.Median, StatisticColumn.P95);
BenchmarkSwitcher.FromAssembly(typeof(DecisionBench).Assembly).Run([.. args.Where(a => a != "--short")], config);
