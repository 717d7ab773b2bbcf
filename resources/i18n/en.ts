<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
<name>window</name>
<message><source>保存</source><translation>Save</translation></message>
<message><source>次月</source><translation>Next month, day</translation></message>
</context>
</TS>
