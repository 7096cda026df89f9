using DslNet.Benchmarks.Peers.LibTorch;
using DslNet.Benchmarks.Protocol;

PeerHost.Run(new LibTorchPeer());
