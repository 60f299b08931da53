// A line with its band, drawn by ECharts as SVG; only what is used is in the bundle.
import * as echarts from 'echarts/core';
import { LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([LineChart, AriaComponent, GridComponent, TooltipComponent, SVGRenderer]);

/**
 * @returns a function to draw {steps, scale, description, tick(time), tooltip(step) as a node, utc}
 */
export function bandChart(place) {
  let chart = null;
  let drawn = null;

  function draw(content) {
    drawn = content;
    // Colours and the time zone of the axis are given once: another theme or step is another chart.
    if (chart && chart.utc !== content.utc) dispose();
    chart ??= create(content.utc);
    chart.instance.setOption(option(content, colours()), { notMerge: true });
  }

  function create(utc) {
    return { utc, instance: echarts.init(place, null, { renderer: 'svg', useUTC: utc }) };
  }

  function dispose() {
    chart.instance.dispose();
    chart = null;
  }

  function colours() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    // The family by name: SVG text takes a font shorthand, in which inherit is not allowed.
    const { fontFamily } = getComputedStyle(place);
    return { accent: colour('accent'), ink: colour('ink-soft'), line: colour('line'), fontFamily };
  }

  new ResizeObserver(() => chart?.instance.resize()).observe(place);
  const redraw = () => drawn && draw(drawn);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  document.addEventListener('themechange', redraw);
  return draw;
}

function option({ steps, scale, description, tick, tooltip }, { accent, ink, line, fontFamily }) {
  const column = (value) => steps.map((step) => [step.time, step.figure && scale.in(value(step.figure))]);
  const bound = { type: 'line', stack: 'band', symbol: 'none', silent: true, lineStyle: { width: 0 }, tooltip: { show: false } };
  return {
    animation: false,
    aria: { enabled: true, label: { description } },
    grid: {
      ...{ left: 0, right: 0, top: 34, bottom: 0 },
      ...{ outerBoundsMode: 'same', outerBounds: { left: 0, right: 4, top: 0, bottom: 0 }, outerBoundsContain: 'axisLabel' },
    },
    textStyle: { fontFamily },
    tooltip: {
      trigger: 'axis',
      className: 'chart-tip',
      confine: true,
      axisPointer: { lineStyle: { color: ink, type: 'dotted' } },
      formatter: (at) => tooltip(steps[at[0].dataIndex]),
      transitionDuration: 0,
    },
    xAxis: {
      type: 'time',
      axisLabel: { color: ink, fontSize: 12, margin: 12, hideOverlap: true, formatter: tick },
      axisLine: { lineStyle: { color: line } },
      axisTick: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'value',
      name: scale.name,
      nameTextStyle: { color: ink, fontSize: 12, align: 'left', padding: [0, 0, 4, 0] },
      nameGap: 14,
      splitNumber: 4,
      axisLabel: { color: ink, fontSize: 12, formatter: (value) => scale.tick(value) },
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      { ...bound, data: column((figure) => figure.low) },
      { ...bound, data: column((figure) => figure.high - figure.low), areaStyle: { color: accent, opacity: 0.2 } },
      {
        type: 'line',
        data: column((figure) => figure.central),
        // A lone point has no line to be seen by.
        symbol: 'circle',
        symbolSize: 6,
        showSymbol: steps.length < 40,
        lineStyle: { color: accent, width: 2 },
        itemStyle: { color: accent },
      },
    ],
  };
}
